/**
 * Money that moves without goods: bad debts, fees, corrections. Rules: each once, and in the currency of its location. Next:
 * {@link org.cartulary.command.finance.FinancePosting}, events finance.
 */
package org.cartulary.command.finance;
