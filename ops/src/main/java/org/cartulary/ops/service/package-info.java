/** What the service adds around the capabilities: it keeps to loopback, and says at its start where to look. */
package org.cartulary.ops.service;
