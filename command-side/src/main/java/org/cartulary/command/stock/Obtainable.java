package org.cartulary.command.stock;

import java.util.List;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.stock.StockEvent.HeldUnits;

/**
 * What a sale or a hold could have of one shelf at most. The two never mix: what a hold keeps is not free, and what is free
 * belongs to no reservation.
 *
 * @param held out of the sale's own holds
 */
public record Obtainable(Quantity free, List<HeldUnits> held) {}
