/**
 * The page {@code /}: what runs, how far it is and what it holds, for people and at a glance. It reads sums and the ends of
 * indexes only, so that it is as fast on millions of events as on ten. The template is {@code console/overview.html}.
 */
package org.cartulary.query.console;
