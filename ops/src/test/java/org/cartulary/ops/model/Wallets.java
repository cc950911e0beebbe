package org.cartulary.ops.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartulary.events.kernel.StoredValueId;

/** Gift cards and credits, in cents. Nothing expires in the run. */
final class Wallets {

    private final Map<StoredValueId, Long> balances = new HashMap<>();
    private final Set<StoredValueId> blocked = new HashSet<>();
    private long entered;

    void load(StoredValueId account, long cents) {
        assertThat(blocked).doesNotContain(account);
        giveBack(account, cents);
    }

    void giveBack(StoredValueId account, long cents) {
        entered += cents;
        balances.merge(account, cents, Long::sum);
    }

    /** Rule book, "Tenders": the balance is never below zero. */
    void spend(StoredValueId account, long cents) {
        assertThat(blocked).doesNotContain(account);
        entered -= cents;
        assertThat(balances.merge(account, -cents, Long::sum))
                .as("balance of " + account)
                .isNotNegative();
    }

    void block(StoredValueId account) {
        blocked.add(account);
    }

    void unblock(StoredValueId account) {
        blocked.remove(account);
    }

    boolean takesRefunds(StoredValueId account) {
        return balances.containsKey(account) && !blocked.contains(account);
    }

    long entered() {
        return entered;
    }

    /** By account, where it holds anything. */
    Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        balances.forEach((account, cents) -> {
            if (cents > 0) rows.put(account.toString(), cents);
        });
        return rows;
    }
}
