/** What there is to sell and where: locations, products and the GTINs that name them. Next: query catalog. */
package org.cartulary.projection.catalog;
