/**
 * Who asks: every request is that of a client, proven by a key or a token, and sees and does what its grants give. Next:
 * {@link org.cartulary.ops.access.AccessConfiguration}, {@link org.cartulary.ops.access.Addresses}, command access.
 */
package org.cartulary.ops.access;
