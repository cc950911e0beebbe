/** Facts about settled sales, with every amount frozen. Rules: Tenders; Price, tax, promotion. Next: command sale. */
package org.cartulary.events.sale;
