/**
 * The assortment: each product is registered once, and a GTIN names one product for ever. Next: {@link
 * org.cartulary.command.product.ProductPosting}, events product.
 */
package org.cartulary.command.product;
