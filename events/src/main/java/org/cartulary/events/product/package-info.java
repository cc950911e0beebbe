/** Facts about products and the GTINs that name them. Next: command product, projection catalog. */
package org.cartulary.events.product;
