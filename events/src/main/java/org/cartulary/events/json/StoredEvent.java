package org.cartulary.events.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;

/**
 * An event as it is stored: the fact with its place in its stream and who caused it. Its position is not part of the bytes;
 * it is the place that the append gives them.
 *
 * @param actor who sent the command; may be absent
 * @param channel through which the command came; may be absent
 * @param command the stream of the command's record, {@code command/<client>/<key>}
 * @param device from which the command came; may be absent
 * @param sequence counts from 0 in each stream
 */
@JsonPropertyOrder(alphabetic = true)
public record StoredEvent(
        @MayBeAbsent String actor,
        @MayBeAbsent String channel,
        String command,
        LedgerEvent data,
        @MayBeAbsent String device,
        UUID id,
        String name,
        Instant recordedAt,
        int revision,
        long sequence,
        String stream) {}
