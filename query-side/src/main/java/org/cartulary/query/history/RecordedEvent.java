package org.cartulary.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Base64;
import org.cartulary.query.kernel.Personal;
import tools.jackson.databind.JsonNode;

/** An event as it is stored, at its position. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedEvent(
        long position,
        @Personal String stream,

        @Schema(description = "Counts from 0 in its stream.")
        long sequence,

        @Schema(
                description = "A UUID of its own. What of it is chance keeps those who see the digest alone from"
                        + " guessing what it is the digest of.")
        @Personal
        String id,

        String name,
        int revision,
        Instant recordedAt,
        Instant occurredAt,

        @Schema(
                description =
                        "Where it happened; absent where it is about no location. It is found by each location that it concerns.")
        String location,

        @Schema(description = "Of the fact where it has one, else the one through which the command came.")
        String channel,

        @Personal String actor,
        @Personal String device,

        @Schema(description = "The stream of the record of the command that caused it.") @Personal
        String command,

        @Schema(
                description = "The fact in the revision in which it was stored.",
                type = "object",
                implementation = Object.class)
        @Personal
        JsonNode data,

        @Schema(description = "The stored bytes; only where `bytes=true` asks for them.")
        Stored stored) {

    /** The bytes that hashes and proofs are about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoredBytes")
    public record Stored(
            @Schema(description = "Base64 of the stored bytes.", type = "string", format = "byte") @Personal
            String bytes,

            @Schema(description = "SHA-256 over them in lower-case hex.")
            String sha256) {

        static Stored of(byte[] bytes) {
            return new Stored(Base64.getEncoder().encodeToString(bytes), Digest.hex(bytes));
        }
    }
}
