/**
 * Sales, returns and what analysts count of them. Reads schema {@code trade}: facts for single sales and for the list behind
 * a figure, sums by day for the figures. Rules: rule book, "KPIs". Next: query history.
 */
package org.cartulary.query.trade;
