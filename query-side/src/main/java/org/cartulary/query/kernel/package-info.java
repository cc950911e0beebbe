/**
 * What all reads share: the position they hold at and how long they wait for it, pages and their cursors, refusals as problem
 * documents, and what of all that a caller sees ({@link org.cartulary.query.kernel.Sight}). Next: any other package here,
 * which is one capability's queries and its part of the API.
 */
package org.cartulary.query.kernel;
