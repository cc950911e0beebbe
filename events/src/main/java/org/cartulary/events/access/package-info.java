/** Who may do what: keys that prove a client, grants that say what it may, approvals of single commands, and denials. */
package org.cartulary.events.access;
