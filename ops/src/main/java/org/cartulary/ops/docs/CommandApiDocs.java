package org.cartulary.ops.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Map;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.api.CommandEndpoints.Endpoint;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds the commands to the API's documentation: one operation per endpoint of the table, and the one for many. */
@Component
class CommandApiDocs implements OpenApiCustomizer {

    /** The words under which readers find what belongs together, commands and reads. */
    private static final Map<String, String> TAGS = Map.of(
            "location", "Catalogue",
            "product", "Catalogue",
            "stock", "Stock",
            "reservation", "Reservations",
            "sale", "Sales and returns",
            "returns", "Sales and returns",
            "transfer", "Transfers",
            "storedvalue", "Stored value",
            "finance", "Finance");

    @Override
    public void customise(OpenAPI api) {
        var schemas = new Schemas();
        var answers = new CommandAnswers(schemas.problem());
        api.info(
                new Info()
                        .title("Cartulary")
                        .version("v1")
                        .description(
                                "The ledger of unified commerce. Commands are sent with a key that names them for ever, and answered"
                                        + " with the position of their record; reads take that position and wait until they include it."));
        for (var endpoint : CommandEndpoints.ALL)
            api.path(endpoint.path(), join(api, endpoint.path()).post(operation(endpoint, schemas, answers)));
        api.path(CommandEndpoints.BULK, join(api, CommandEndpoints.BULK).post(bulk(schemas, answers)));
        api.path(
                CommandEndpoints.CARD_LOOKUPS,
                join(api, CommandEndpoints.CARD_LOOKUPS).post(CardLookupDocs.operation(schemas, answers)));
        var components = api.getComponents() == null ? new Components() : api.getComponents();
        CommandHeaders.all().forEach(components::addParameters);
        answers.shared().forEach(components::addResponses);
        schemas.all().forEach(components::addSchemas);
        api.components(components);
    }

    /** A read may live under the same path. */
    private static PathItem join(OpenAPI api, String path) {
        var known = api.getPaths() == null ? null : api.getPaths().get(path);
        return known == null ? new PathItem() : known;
    }

    private static Operation operation(Endpoint endpoint, Schemas schemas, CommandAnswers answers) {
        var accepted = new JsonSchema();
        accepted.oneOf(List.of(schemas.accepted(), schemas.wouldHappen()));
        var operation = new Operation()
                .operationId(endpoint.name())
                .addTagsItem(TAGS.get(endpoint.name().split("\\.")[0]))
                .summary(endpoint.summary())
                .addParametersItem(CommandHeaders.reference(CommandHeaders.KEY));
        CommandHeaders.SENDER.forEach(header -> operation.addParametersItem(CommandHeaders.reference(header)));
        return operation
                .addParametersItem(CommandHeaders.reference(CommandHeaders.DRY_RUN))
                .requestBody(body(schemas.request(endpoint.command()), endpoint.name(), examples(endpoint)))
                .responses(answers.with("Accepted and recorded; or, for a dry run, what would happen.", accepted));
    }

    private static Operation bulk(Schemas schemas, CommandAnswers answers) {
        var operation = new Operation()
                .operationId("submitCommands")
                .addTagsItem("Commands")
                .summary("Send many commands at once")
                .description(
                        "Up to 1,000 commands, each with its own key and its own outcome: one after the other, side by side"
                                + " (`parallel`), or all in one append or none (`atomic`).");
        CommandHeaders.SENDER.forEach(header -> operation.addParametersItem(CommandHeaders.reference(header)));
        return operation
                .requestBody(body(schemas.request(CommandEndpoints.BULK_REQUEST), "A delivery", List.of(bulkExample())))
                .responses(answers.with(
                        "What became of each command, in the order sent.",
                        schemas.answer(CommandEndpoints.BULK_ANSWER)));
    }

    /** Two commands of the table that have nothing to do with each other. */
    private static Object bulkExample() {
        var commands = CommandEndpoints.ALL.stream()
                .filter(endpoint -> endpoint.name().startsWith("stock.Re"))
                .map(endpoint -> Map.of(
                        "name",
                        endpoint.name(),
                        "key",
                        "delivery-7/" + endpoint.name(),
                        "command",
                        json(endpoint.example())))
                .toList();
        return Map.of("atomic", true, "commands", commands);
    }

    private static List<Object> examples(Endpoint endpoint) {
        return endpoint.examples().stream().map(CommandApiDocs::json).toList();
    }

    private static RequestBody body(Schema<?> schema, String name, List<?> examples) {
        var json = new MediaType().schema(schema);
        for (var example : examples) {
            int number = json.getExamples() == null ? 1 : json.getExamples().size() + 1;
            json.addExamples(number == 1 ? name : name + " " + number, new Example().value(example));
        }
        return new RequestBody().required(true).content(new Content().addMediaType("application/json", json));
    }

    private static Object json(String text) {
        try {
            return Json31.mapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
