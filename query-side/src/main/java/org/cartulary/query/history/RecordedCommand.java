package org.cartulary.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartulary.query.kernel.Personal;

/** A command that was decided, accepted or refused. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedCommand(
        @Schema(description = "The position of its record.") long position,

        @Schema(description = "The stream of its record.") @Personal
        String command,

        @Personal String client,

        @Schema(description = "The idempotency key.") @Personal
        String key,

        @Schema(example = "stock.ReceiveGoods") String name,

        Outcome outcome,

        @Schema(description = "Why it was refused; absent where it was accepted.")
        String code,

        @Schema(description = "The rule that refused it; absent where it was accepted.")
        String ruleId,

        @Personal String detail,

        @Schema(description = "Why it was sent, in the words of who sent it.") @Personal
        String reason,

        @Schema(description = "How many events it caused; they stand directly before its record.")
        int eventCount,

        @Personal String actor,
        @Personal String device,
        String channel,
        Instant occurredAt,
        Instant recordedAt,

        @Schema(description = "Its events; absent in lists.")
        List<RecordedEvent> events) {

    @Schema(name = "CommandOutcome")
    public enum Outcome {
        ACCEPTED,
        REFUSED
    }

    RecordedCommand with(List<RecordedEvent> events) {
        return new RecordedCommand(
                position,
                command,
                client,
                key,
                name,
                outcome,
                code,
                ruleId,
                detail,
                reason,
                eventCount,
                actor,
                device,
                channel,
                occurredAt,
                recordedAt,
                events);
    }
}
