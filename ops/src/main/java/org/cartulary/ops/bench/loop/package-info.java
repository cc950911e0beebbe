/** Loads: so many callers, closed loop or open loop, and what they measure. Nothing in here knows what is called. */
package org.cartulary.ops.bench.loop;
