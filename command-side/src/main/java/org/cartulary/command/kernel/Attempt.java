package org.cartulary.command.kernel;

import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** How often a command has been decided: again, where another posting was stored first. */
final class Attempt {

    static final String KEY = "attempt";

    private Attempt() {}

    static int of(UnitOfWork<?> work) {
        return (int) work.root().getMessage().getMetaData().getOrDefault(KEY, 1);
    }

    static MetaData metaData(int number) {
        return MetaData.with(KEY, number);
    }
}
