/**
 * Imports the file "Online Retail" of the UCI Machine Learning Repository through the commands that a channel sends. A
 * {@link org.cartulary.ops.retail.Survey} reads it first, a {@link org.cartulary.ops.retail.Planner} turns its invoices into
 * commands, and a {@link org.cartulary.ops.retail.Reconciliation} compares what the file says with what the read tables say;
 * package imports does the rest. The rules
 * stand in docs/import-online-retail.md.
 */
package org.cartulary.ops.retail;
