/**
 * Who may do what: clients prove who they are by keys or tokens, grants say what they may, and whatever no grant gives is denied and
 * recorded. Next: {@link org.cartulary.command.access.Guarding}, {@link org.cartulary.command.access.ClientState}, events access.
 */
package org.cartulary.command.access;
