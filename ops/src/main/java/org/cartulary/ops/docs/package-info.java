/**
 * The API's documentation. Reads are described where they are written; commands are routed by a table, and described here
 * from that table and their records. Next: docs/api.md.
 */
package org.cartulary.ops.docs;
