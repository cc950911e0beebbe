/**
 * Imports "The Complete Journey" of 84.51°, the baskets of loyalty households in a chain of grocers, through the commands
 * that a till sends. A {@link org.cartulary.ops.journey.Journey} reads the files first, a {@link
 * org.cartulary.ops.journey.Planner} turns baskets into commands, a {@link org.cartulary.ops.journey.Reconciliation} compares
 * the outcome household by household and store by store; package imports does the rest. The rules stand in
 * docs/import-complete-journey.md.
 */
package org.cartulary.ops.journey;
