package org.cartulary.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that readers outside build on: true, complete, and changed only where somebody approved it. */
class EventSchemasTest {

    static final Path APPROVED = Repository.root().resolve("docs/event-schemas.json");
    static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Schema schema;

    @BeforeAll
    static void read() {
        schema = REGISTRY.getSchema(EventSchemas.of(EventCatalogue.CURRENT));
    }

    static List<Sample> samples() {
        return Sample.all();
    }

    @Test
    void theSchemasAreThoseThatWereApproved() throws IOException {
        var generated = EventSchemas.textOf(EventCatalogue.CURRENT);
        if (Repository.isApproving()) Files.writeString(APPROVED, generated);

        assertThat(generated)
                .as("docs/event-schemas.json differs from the events: look at the difference, and if stored events stay"
                        + " readable, approve it with mvn -pl events test -Dcartulary.approve=true")
                .isEqualTo(Files.readString(APPROVED));
    }

    @Test
    void theDocumentIsAValidSchema() {
        var meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(EventSchemas.of(EventCatalogue.CURRENT))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyApprovedSampleSatisfiesItsSchema(Sample sample) {
        assumeThat(isCurrent(sample)).as("the schemas hold current revisions").isTrue();

        assertThat(errors(new String(sample.bytes(), StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aSampleWithoutARequiredMemberDoesNot() {
        var goods = sample("stock.GoodsReceived@1");
        ((ObjectNode) goods.get("data")).remove("quantity");

        assertThat(errors(goods.toString()))
                .singleElement()
                .asString()
                .contains("required property 'quantity' not found");
    }

    @Test
    void neitherDoesAQuantityInFloatingPoint() {
        var goods = sample("stock.GoodsReceived@1");
        ((ObjectNode) goods.get("data")).put("quantity", 1.5);

        assertThat(errors(goods.toString())).singleElement().asString().contains("number found, string expected");
    }

    @Test
    void everyDefinitionSaysWhatItIs() {
        var definitions = EventSchemas.of(EventCatalogue.CURRENT).get("$defs");

        assertThat(definitions.properties())
                .allSatisfy(definition -> assertThat(
                                definition.getValue().path("description").stringValue(""))
                        .as(definition.getKey())
                        .isNotBlank());
    }

    private static boolean isCurrent(Sample sample) {
        return EventCatalogue.CURRENT.entries().stream()
                .anyMatch(entry -> sample.nameAndRevision().equals(entry.name() + "@" + entry.revision()));
    }

    private static ObjectNode sample(String nameAndRevision) {
        return Sample.all().stream()
                .filter(sample -> sample.nameAndRevision().equals(nameAndRevision))
                .map(sample -> (ObjectNode) CanonicalJson.MAPPER.readTree(sample.bytes()))
                .findFirst()
                .orElseThrow();
    }

    private static List<com.networknt.schema.Error> errors(String json) {
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
