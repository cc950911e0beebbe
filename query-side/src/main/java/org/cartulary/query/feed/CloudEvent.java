package org.cartulary.query.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartulary.events.json.CanonicalJson;
import tools.jackson.databind.JsonNode;

/** A stored event in the JSON form of CloudEvents 1.0. Its data are the stored ones, in the revision in which they were stored. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "position"})
public record CloudEvent(
        @Schema(example = "1.0") String specversion,

        @Schema(description = "The event's own id, for ever; `source` and `id` together name it in the world.")
        String id,

        @Schema(description = "Which ledger it is: `cartulary.feed.source`.", example = "urn:cartulary:ledger")
        String source,

        @Schema(description = "The stored name.", example = "stock.GoodsReceived")
        String type,

        @Schema(description = "To what it happened: the stream.", example = "stock/LISBON/TEAPOT")
        String subject,

        @Schema(description = "When it happened, by the channel's clock.")
        Instant time,

        @Schema(example = "application/json") String datacontenttype,

        @Schema(
                description =
                        "Its position as a text, because a whole number of CloudEvents has 32 bits. Absent in a ping.",
                example = "42")
        String position,

        @Schema(description = "Its place in its stream, from 0, as a text.", example = "0")
        String streamsequence,

        @Schema(description = "The revision of `data`.") Integer revision,

        @Schema(description = "When the ledger recorded it.")
        Instant recordedat,

        @Schema(description = "Who sent the command.") String actor,

        @Schema(description = "The channel through which the command came.")
        String channel,

        @Schema(description = "The device from which the command came.")
        String device,

        @Schema(description = "The stream of the record of the command that caused it.")
        String command,

        @Schema(description = "The fact.", type = "object", implementation = Object.class)
        JsonNode data) {

    /** One event. */
    public static final String TYPE = "application/cloudevents+json";

    /** An array of them. */
    public static final String BATCH_TYPE = "application/cloudevents-batch+json";

    public static final String VERSION = "1.0";

    static CloudEvent of(String source, long position, byte[] stored) {
        var envelope = CanonicalJson.MAPPER.readTree(stored);
        var data = envelope.required("data");
        return new CloudEvent(
                VERSION,
                text(envelope, "id"),
                source,
                text(envelope, "name"),
                text(envelope, "stream"),
                instant(data, "occurredAt"),
                "application/json",
                Long.toString(position),
                Long.toString(envelope.required("sequence").longValue()),
                envelope.required("revision").intValue(),
                instant(envelope, "recordedAt"),
                text(envelope, "actor"),
                text(envelope, "channel"),
                text(envelope, "device"),
                text(envelope, "command"),
                data);
    }

    public byte[] json() {
        return Json.MAPPER.writeValueAsBytes(this);
    }

    private static String text(JsonNode node, String member) {
        var value = node.get(member);
        return value == null ? null : value.stringValue();
    }

    private static Instant instant(JsonNode node, String member) {
        var text = text(node, member);
        return text == null ? null : Instant.parse(text);
    }
}
