/** Locations, products and the numbers that name them. Reads schema {@code catalog}. Next: query stock. */
package org.cartulary.query.catalog;
