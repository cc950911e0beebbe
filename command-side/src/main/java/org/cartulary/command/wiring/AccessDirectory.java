package org.cartulary.command.wiring;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.command.access.ClientState;
import org.cartulary.command.access.KeyState;
import org.cartulary.command.engine.Memory;
import org.cartulary.command.kernel.States;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.KeyId;

/**
 * Keys and grants as they stand in the ledger, for whoever asks on behalf of a request. What it answers is at most a second old, on every
 * node, whoever revoked or withdrew something wherever; a command's own decision is never older than the ledger.
 */
public final class AccessDirectory {

    private static final Duration OLDEST = Duration.ofSeconds(1);
    private static final long MOST = 10_000;

    private final LoadingCache<KeyId, KeyState> keys;
    private final LoadingCache<ClientId, ClientState> clients;

    AccessDirectory(EventStorageEngine engine) {
        var states = new States(Memory.none(), engine, (slow, state) -> {});
        keys = cache(key -> (KeyState) states.recall(Aggregates.KEY.stream().apply(key), Aggregates.KEY)
                .state());
        clients = cache(client ->
                (ClientState) states.recall(Aggregates.CLIENT.stream().apply(client), Aggregates.CLIENT)
                        .state());
    }

    private static <I, S> LoadingCache<I, S> cache(CacheLoader<I, S> loader) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(OLDEST)
                .executor(Runnable::run)
                .build(loader);
    }

    /** {@link KeyState#NONE} where there is no such key. */
    public KeyState key(KeyId key) {
        return keys.get(key);
    }

    /** {@link ClientState#NONE} of a client that may do nothing. */
    public ClientState client(ClientId client) {
        return clients.get(client);
    }
}
