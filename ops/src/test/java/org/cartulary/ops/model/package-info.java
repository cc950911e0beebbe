/**
 * Everything that can be asked of the ledger, at random and from many at once, beside a plain model that knows nothing of how the
 * ledger works. Rules: Global in the rule book. Next: {@link org.cartulary.ops.model.ModelRunTest}.
 */
package org.cartulary.ops.model;
