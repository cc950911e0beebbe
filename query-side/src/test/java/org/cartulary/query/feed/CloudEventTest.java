package org.cartulary.query.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of event becomes a CloudEvent by its specification. */
class CloudEventTest {

    /** Reference vectors lie beside the repository, where there are any. */
    private static final Path SCHEMA =
            Repository.root().resolve("../shared/vectors/cloudevents/cloudevents/formats/cloudevents.json");

    @ParameterizedTest
    @MethodSource("events")
    void itKeepsToTheSchemaOfCloudEvents(String nameAndRevision) throws IOException {
        assumeThat(SCHEMA)
                .as("the schema of CloudEvents, beside the repository")
                .exists();
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(SCHEMA));

        assertThat(schema.validate(CanonicalJson.MAPPER.readTree(json(nameAndRevision))))
                .isEmpty();
    }

    /** The specification of attributes says more than its schema: names of lower-case letters and digits, and plain values. */
    @ParameterizedTest
    @MethodSource("events")
    void itsAttributesHaveNamesAndTypesOfCloudEvents(String nameAndRevision) {
        var event = CanonicalJson.MAPPER.readTree(json(nameAndRevision));

        assertThat(event.propertyNames()).allMatch(name -> name.matches("[a-z0-9]{1,20}"));
        assertThat(event.properties())
                .filteredOn(attribute -> !attribute.getKey().equals("data"))
                .allMatch(attribute ->
                        attribute.getValue().isString() || attribute.getValue().isInt());
    }

    @ParameterizedTest
    @MethodSource("events")
    void itsDataAreTheStoredOnes(String nameAndRevision) {
        var stored = CanonicalJson.MAPPER.readTree(Approved.event(nameAndRevision));
        var event = CanonicalJson.MAPPER.readTree(json(nameAndRevision));

        assertThat(event.get("data")).isEqualTo(stored.get("data"));
        assertThat(event.get("id")).isEqualTo(stored.get("id"));
        assertThat(event.get("type")).isEqualTo(stored.get("name"));
        assertThat(event.get("subject")).isEqualTo(stored.get("stream"));
        assertThat(event.get("time")).isEqualTo(stored.at("/data/occurredAt"));
    }

    @Test
    void aPositionBeyondThirtyTwoBitsIsAText() {
        var stored = Approved.event("stock.GoodsReceived@1").getBytes(UTF_8);

        assertThat(CloudEvent.of("urn:x", 5_000_000_000L, stored).position()).isEqualTo("5000000000");
    }

    static List<String> events() {
        return EventCatalogue.CURRENT.entries().stream()
                .map(entry -> entry.name() + "@" + entry.revision())
                .toList();
    }

    private static byte[] json(String nameAndRevision) {
        return CloudEvent.of(
                        "urn:cartulary:ledger",
                        7,
                        Approved.event(nameAndRevision).getBytes(UTF_8))
                .json();
    }
}
