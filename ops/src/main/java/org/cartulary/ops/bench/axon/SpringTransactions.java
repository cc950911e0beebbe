package org.cartulary.ops.bench.axon;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Spring's transactions for Axon, as the Spring integration of Axon binds them: one that is open is joined. */
record SpringTransactions(PlatformTransactionManager spring) implements TransactionManager {

    @Override
    public Transaction startTransaction() {
        var status = spring.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                if (!status.isCompleted()) spring.commit(status);
            }

            @Override
            public void rollback() {
                if (!status.isCompleted()) spring.rollback(status);
            }
        };
    }
}
