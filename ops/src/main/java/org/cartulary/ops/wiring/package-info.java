/** What joins the command side to the read tables, which it never sees: prices to decide on, and the sweeper. */
package org.cartulary.ops.wiring;
