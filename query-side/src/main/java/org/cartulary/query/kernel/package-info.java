/**
 * What all reads share: the position they hold at and how long they wait for it, pages and their cursors, and refusals as
 * problem documents. Next: any other package here, which is one capability's queries and its part of the API.
 */
package org.cartulary.query.kernel;
