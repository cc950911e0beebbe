package org.cartulary.ops.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.api.Problem;
import org.cartulary.events.schema.RecordSchemas;
import org.cartulary.events.schema.RecordSchemas.Writer;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of commands and their answers, made from the records, in the form in which springdoc wants them. */
final class Schemas {

    private static final String PREFIX = "#/components/schemas/";

    private final RecordSchemas requests = new RecordSchemas(PREFIX, Writer.CALLER);
    private final RecordSchemas answers = new RecordSchemas(PREFIX, Writer.LEDGER);

    Schema<?> problem() {
        return answer(Problem.class);
    }

    Schema<?> accepted() {
        return answer(CommandEndpoints.ACCEPTED);
    }

    Schema<?> wouldHappen() {
        return answer(CommandEndpoints.WOULD_HAPPEN);
    }

    Schema<?> request(Class<?> type) {
        return schema(requests.of(type));
    }

    Schema<?> answer(Class<?> type) {
        return schema(answers.of(type));
    }

    /** All that was referred to. What callers write as the ledger does is described once. */
    Map<String, Schema<?>> all() {
        var all = new TreeMap<String, Schema<?>>();
        answers.definitions().forEach((name, definition) -> all.put(name, schema(definition)));
        requests.definitions().forEach((name, definition) -> all.put(name, schema(definition)));
        return all;
    }

    private static Schema<?> schema(ObjectNode json) {
        try {
            return Json31.mapper().readValue(json.toString(), JsonSchema.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
