package org.cartulary.ops.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.kernel.ClientId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;

/**
 * What the ledger sends itself because time has passed. Nobody waits for it: decisions and views judge by the time alone, so a
 * pass that fails changes nothing, and the next one goes on. What is due is found in read tables, so a node sweeps only where it
 * makes them.
 */
@Component
@EnableScheduling
class Sweeping {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final ClientId LEDGER = ClientId.of("ledger");

    private final Ledger ledger;
    private final Clock clock;

    Sweeping(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param what is swept, for the log */
    void pass(String what, Consumer<Instant> pass) {
        try {
            pass.accept(clock.instant());
        } catch (RuntimeException failure) {
            LOG.warn("expired {} were not written down, which changes no decision: {}", what, failure.toString());
        }
    }

    /** @param key names what has run out, so that several nodes that sweep write it once */
    void send(String sweeper, String key, Command command) {
        ledger.submit(new Sender(LEDGER, key, sweeper, null, null, null), command);
    }
}
