package org.cartulary.ops.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.api.CommandEndpoints;

/** Describes how a gift card is found by its code: a read with a body, because a code must not stand in an address. */
final class CardLookupDocs {

    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "404",
            "No card has this code (`CARD_UNKNOWN`).",
            "429",
            "Too many wrong codes (`TOO_MANY_WRONG_CODES`): ask again after `Retry-After` seconds; until then right"
                    + " codes are not answered either."));

    private CardLookupDocs() {}

    static Operation operation(Schemas schemas, CommandAnswers answers) {
        var json = new MediaType()
                .schema(schemas.request(CommandEndpoints.CARD_LOOKUP))
                .addExamples("A card", new Example().value(Map.of("code", "GIFT-7QK2-M4XP")));
        return new Operation()
                .operationId("findCard")
                .addTagsItem("Stored value")
                .summary("Find a gift card by its code")
                .description("Right at once, and nothing is recorded. Wrong codes are counted per client and in total.")
                .requestBody(
                        new RequestBody().required(true).content(new Content().addMediaType("application/json", json)))
                .responses(
                        answers.read("The card as it is now.", schemas.answer(CommandEndpoints.CARD_FOUND), PROBLEMS));
    }
}
