/**
 * What decisions refer to and don't change: that a location is known, that a product has stock, that a quantity is as fine
 * as the product is counted. Asked before any aggregate is loaded.
 */
package org.cartulary.command.reference;
