/**
 * Every event in position order, as CloudEvents: page by page and as a stream. It reads the ledger itself and no projection, so
 * nothing is missing and nothing comes late. Next: query webhook, which carries the same events to whoever can't ask.
 */
package org.cartulary.query.feed;
