/** An HTTP client that costs as little as possible, because it shares the machine with the server that it measures. */
package org.cartulary.ops.bench.http;
