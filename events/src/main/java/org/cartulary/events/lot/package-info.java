/** What points and stored value have in common: balances that are lots with an expiry. Next: command lot. */
package org.cartulary.events.lot;
