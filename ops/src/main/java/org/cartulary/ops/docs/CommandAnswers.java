package org.cartulary.ops.docs;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a command may be answered with. Whatever is not 200 is a problem document (RFC 9457) with a stable code. */
final class CommandAnswers {

    private static final String REFERENCE = "#/components/responses/";
    private static final Map<String, String> PROBLEMS = new TreeMap<>(
            Map.of(
                    "400",
                            "Malformed: the key is missing, or the body has not the shape; `violations` say what and where. Not recorded.",
                    "408", "The body broke off, or came too slowly. Not recorded.",
                    "409", "The same command is being decided: ask again after `Retry-After` seconds.",
                    "413", "The body is too large. Not recorded.",
                    "415", "The body is not sent as `application/json`. Not recorded.",
                    "422",
                            "A rule refused the command, which is recorded and stays so for this key: `code` and `ruleId` say which."
                                    + " Or the key was used for another command (`IDEMPOTENCY_KEY_REUSED`), which is not recorded.",
                    "429", "More was asked for than the sender's rate (`RATE_LIMITED`). Not recorded.",
                    "500", "The ledger failed. Send the command again with the same key to learn its outcome.",
                    "503",
                            "The ledger is busy or can't store: send the command again with the same key after `Retry-After` seconds."));

    private final Schema<?> problem;

    CommandAnswers(Schema<?> problem) {
        this.problem = problem;
    }

    /** The answers that all commands share, by the names under which operations refer to them. */
    Map<String, ApiResponse> shared() {
        var shared = new TreeMap<String, ApiResponse>();
        PROBLEMS.forEach((status, description) -> shared.put("Problem" + status, problem(status, description)));
        return shared;
    }

    ApiResponses with(String description, Schema<?> body) {
        var answers = new ApiResponses()
                .addApiResponse(
                        "200",
                        answer(description, "application/json", body)
                                .addHeaderObject(
                                        "Idempotency-Replayed",
                                        new Header()
                                                .description("`true` where the command had been decided before.")
                                                .schema(CommandHeaders.type("boolean"))));
        PROBLEMS.keySet()
                .forEach(status ->
                        answers.addApiResponse(status, new ApiResponse().$ref(REFERENCE + "Problem" + status)));
        return answers;
    }

    /** Of something that is asked for, and records nothing. */
    ApiResponses read(String description, Schema<?> body, Map<String, String> problems) {
        var answers = new ApiResponses().addApiResponse("200", answer(description, "application/json", body));
        problems.forEach((status, why) -> answers.addApiResponse(status, problem(status, why)));
        for (var status : List.of("400", "413", "415", "500", "503"))
            answers.addApiResponse(status, new ApiResponse().$ref(REFERENCE + "Problem" + status));
        return answers;
    }

    private ApiResponse problem(String status, String description) {
        var answer = answer(description, "application/problem+json", problem);
        if (Set.of("409", "429", "503").contains(status))
            answer.addHeaderObject(
                    "Retry-After", new Header().description("In seconds.").schema(CommandHeaders.type("integer")));
        return answer;
    }

    private static ApiResponse answer(String description, String mediaType, Schema<?> body) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(mediaType, new MediaType().schema(body)))
                .addHeaderObject(
                        "Ledger-Position",
                        new Header()
                                .description(
                                        "The position of the command's record, or the last that is known where nothing was"
                                                + " recorded. Read with it as `min-position`.")
                                .schema(CommandHeaders.type("integer").format("int64")));
    }
}
