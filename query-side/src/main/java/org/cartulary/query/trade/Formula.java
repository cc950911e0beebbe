package org.cartulary.query.trade;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How a figure is made, so that a reader can make it again.
 *
 * @param version raised with every change of meaning
 */
@Schema(name = "FigureFormula")
public record Formula(String name, int version, String definition) {

    static final Formula SALES = new Formula(
            "trade.sales",
            1,
            "Without tax: gross = sold line amounts, returned = returned line amounts, net = gross - returned;"
                    + " tax = tax of sales - tax of returns. A return counts on its own business day, and for the location"
                    + " and channel that received it. Adjustments, restocking fees and cash rounding stand beside, never"
                    + " in net. Discounts by what granted them are parts of what gross leaves out, coupon tenders are"
                    + " coupons of manufacturers, parts of what was paid; both are those of sales, and returns take"
                    + " nothing from them. Figures of customers leave out what no customer is known of. Amounts of different currencies are never added.");
}
