/**
 * How facts become bytes, once: canonical JSON in the form of RFC 8785 without floating point. What is stored is what is
 * hashed and proven, and it is never written a second time.
 */
package org.cartulary.events.json;
