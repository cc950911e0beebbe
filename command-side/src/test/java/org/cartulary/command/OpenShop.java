package org.cartulary.command;

import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The shop of the {@link Examples}, on a database of its own, open for the tests of one class. */
public final class OpenShop implements BeforeAllCallback, AfterAllCallback {

    private TestDatabase database;
    private TestLedger ledger;

    @Override
    public void beforeAll(ExtensionContext context) {
        database = TestDatabase.migrated();
        ledger = new TestLedger(database.dataSource());
        Examples.open(ledger);
    }

    public TestLedger ledger() {
        return ledger;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ledger.close();
        database.close();
    }
}
