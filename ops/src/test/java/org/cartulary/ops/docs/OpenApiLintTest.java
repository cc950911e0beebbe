package org.cartulary.ops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.docs.Documented.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The API is documented completely, in a form that tools read, and its examples are true. */
class OpenApiLintTest {

    @TempDir
    static Path home;

    static RunningService service;
    static String text;
    static Documented api;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.on(home);
        text = get("/v3/api-docs").body();
        api = Documented.read(text);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theDocumentIsOpenApi31() {
        var options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser().readContents(text, null, options);

        assertThat(api.document().get("openapi").stringValue()).startsWith("3.1");
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths())
                .hasSameSizeAs(api.document().get("paths").propertyNames());
    }

    @Test
    void everySchemaIsOne() {
        var meta = Documented.REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        for (var schema : api.schemas().properties())
            assertThat(meta.validate(schema.getValue())).as(schema.getKey()).isEmpty();
    }

    @Test
    void noSchemaIsNamedByWhatOnlyJavaKnows() {
        assertThat(api.schemas().propertyNames())
                .allMatch(name -> name.matches("([a-z]+\\.)?[A-Z][A-Za-z0-9]*"))
                .noneMatch(name -> name.matches(".*(JsonNode|ObjectNode|ResponseEntity|ProblemDetail|Void|Map|List)"));
    }

    @Test
    void everyOperationHasANameOfItsOwnASummaryAndATag() {
        assertThat(api.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.id()).isNotBlank();
            assertThat(operation.said().path("summary").stringValue("")).isNotBlank();
            assertThat(operation.said().path("tags")).isNotEmpty();
        });
        assertThat(api.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationSaysHowItRefuses() {
        assertThat(api.operations())
                .allSatisfy(operation -> assertThat(operation.said().get("responses").properties().stream()
                                .filter(answer -> answer.getKey().startsWith("4"))
                                .map(answer -> api.resolved(answer.getValue())
                                        .at("/content/application~1problem+json/schema/$ref")
                                        .stringValue("")))
                        .isNotEmpty()
                        .allMatch(reference -> reference.equals("#/components/schemas/Problem")));
    }

    @Test
    void everyAnswerSaysAtWhichPositionItHolds() {
        assertThat(api.operations())
                .allSatisfy(operation -> assertThat(operation.said().get("responses").properties().stream()
                                .filter(answer -> answer.getKey().startsWith("2"))
                                .map(answer -> api.resolved(answer.getValue()).at("/headers/Ledger-Position")))
                        .isNotEmpty()
                        .noneMatch(JsonNode::isMissingNode));
    }

    @Test
    void everyParameterIsDescribed() {
        assertThat(api.operations())
                .allSatisfy(operation -> assertThat(api.parameters(operation)).allSatisfy(parameter -> {
                    assertThat(parameter.path("name").stringValue("")).isNotBlank();
                    assertThat(parameter.path("description").stringValue(""))
                            .as(parameter.toString())
                            .isNotBlank();
                }));
    }

    @Test
    void everyCommandHasAnExampleThatItsSchemaAccepts() {
        var commands = new ArrayList<String>(List.of("submitCommands"));
        for (var endpoint : CommandEndpoints.ALL) commands.add(endpoint.name());

        for (var operation : api.operations()) {
            if (!commands.remove(operation.id())) continue;
            var json = operation.said().at("/requestBody/content/application~1json");
            var validator = api.validator(json.get("schema"));
            assertThat(json.path("examples").values()).as(operation.id()).isNotEmpty();
            for (JsonNode example : json.get("examples").values())
                assertThat(validator.validate(example.get("value")))
                        .as(operation.id())
                        .isEmpty();
        }
        assertThat(commands).as("commands without documentation").isEmpty();
    }

    @Test
    void aValueTypeIsATextWithAPatternAndSaysWhatItIs() {
        for (var name : List.of("Sku", "LocationId", "Quantity", "UnitPrice", "SaleId", "Gtin")) {
            var schema = api.schemas().path(name);
            assertThat(schema.path("type").stringValue("")).as(name).isEqualTo("string");
            assertThat(schema.path("pattern").stringValue("")).as(name).isNotBlank();
            assertThat(schema.path("description").stringValue("")).as(name).isNotBlank();
        }
    }

    @Test
    void theExamplesInTheirOrderAreAllAcceptedByAnEmptyLedger() throws Exception {
        for (var endpoint : CommandEndpoints.ALL) {
            int number = 0;
            for (var example : endpoint.examples()) {
                var answer = post(endpoint.path(), example, "example/" + endpoint.name() + "/" + ++number);

                assertThat(answer.statusCode())
                        .as("%s: %s", endpoint.name(), answer.body())
                        .isEqualTo(200);
                var accepted = Documented.read(answer.body()).document();
                var schema = api.schemas().get("Accepted");
                assertThat(api.validator(schema).validate(accepted))
                        .as(answer.body())
                        .isEmpty();
            }
        }
    }

    @Test
    void aProblemIsWhatItsSchemaSays() throws Exception {
        var refused = post("/v1/stock/receipts", "{\"stock\":{\"location\":\"NOWHERE\",\"sku\":\"X\"}}", "malformed");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(api.validator(api.schemas().get("Problem"))
                        .validate(Documented.read(refused.body()).document()))
                .as(refused.body())
                .isEmpty();
    }

    @Test
    void thePageIsServedFromHereAlone() throws Exception {
        for (var address : List.of("/docs", "/swagger-ui.html")) {
            var page = get(address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body()).contains("swagger-ui").doesNotContain("http://", "https://");
        }
        var configuration =
                Documented.read(get("/v3/api-docs/swagger-config").body()).document();
        assertThat(configuration.path("validatorUrl").stringValue("")).doesNotContain("swagger.io");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.uri(path)));
    }

    private static HttpResponse<String> post(String path, String body, String key)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
