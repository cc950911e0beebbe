/** What a fact is about: places, a channel, products. Whoever lists, filters or permits events by these asks here. */
package org.cartulary.events.subject;
