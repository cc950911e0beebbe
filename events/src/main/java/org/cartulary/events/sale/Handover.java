package org.cartulary.events.sale;

/** How the customer gets the goods. Only a sale over the counter may use safety stock. */
public enum Handover {
    COUNTER,
    SHIPMENT
}
