/** What the database does without a ledger: the references that the ledger's rates are compared with. Only tables of its own. */
package org.cartulary.ops.bench.sql;
