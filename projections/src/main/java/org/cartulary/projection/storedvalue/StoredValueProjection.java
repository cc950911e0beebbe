package org.cartulary.projection.storedvalue;

import java.util.LinkedHashSet;
import java.util.List;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;

/** Every account with its lots and its entries, and what is owed by day, kind and currency. */
public final class StoredValueProjection implements Projection {

    @Override
    public String name() {
        return "storedvalue";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean needs(String event) {
        return event.startsWith("storedvalue.") && !event.equals("storedvalue.CardCodeTaken");
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var touched = new LinkedHashSet<StoredValueId>();
        for (var recorded : batch) touched.add(((StoredValueEvent) recorded.fact()).account());
        var accounts = new Accounts();
        accounts.read(touched, tables);
        var entries = new Entries();
        for (var recorded : batch) {
            accounts.apply((StoredValueEvent) recorded.fact(), recorded.position());
            add(recorded, entries);
        }
        accounts.write(tables);
        entries.write(tables);
    }

    private static void add(Recorded recorded, Entries entries) {
        switch ((StoredValueEvent) recorded.fact()) {
            case ValueLoaded e -> entries.add(recorded, e);
            case ValueRedeemed e -> entries.add(recorded, e);
            case ValueRefunded e -> entries.add(recorded, e);
            case ValueExpired e -> entries.add(recorded, e);
            case AccountOpened e -> {}
            case AccountBlocked e -> {}
            case AccountUnblocked e -> {}
            case CardCodeAssigned e -> {}
            case CardCodeTaken e -> {}
        }
    }
}
