/**
 * The facts of the ledger, a package per capability, and what they have in common. Nothing here decides anything, and nothing
 * here knows Axon's or Spring's classes. Rules of change: {@code docs/events.md}. Next: {@link
 * org.cartulary.events.catalogue.EventCatalogue}, which lists every fact under its stored name.
 */
package org.cartulary.events;
