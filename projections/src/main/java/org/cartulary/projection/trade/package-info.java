/**
 * Sales, returns and adjustments as facts ready for analysis, and their sums by day. Each row names the position of the
 * event that it is made of. Next: query trade.
 */
package org.cartulary.projection.trade;
