package org.cartulary.command.product;

import org.cartulary.command.kernel.Rejection;

/** Why a product is refused, in the order in which the rules are asked. */
public enum ProductRejection implements Rejection {
    PRODUCT_ALREADY_REGISTERED,
    /** Another product has the GTIN. */
    GTIN_TAKEN,
    PRODUCT_UNKNOWN,
    /** The quantity has more decimal places than the product is counted in. */
    QUANTITY_TOO_FINE,
    /** A service has no stock. */
    PRODUCT_HAS_NO_STOCK
}
