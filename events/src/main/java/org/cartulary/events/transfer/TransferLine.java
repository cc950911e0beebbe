package org.cartulary.events.transfer;

import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;

/** Units of one line of a transfer. */
public record TransferLine(int number, Sku sku, Quantity quantity) {}
