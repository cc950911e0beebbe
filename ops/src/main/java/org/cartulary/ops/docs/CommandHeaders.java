package org.cartulary.ops.docs;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What accompanies every command: who sends it, under which key, and whether it is only a question. */
final class CommandHeaders {

    static final Parameter KEY = header(
                    "Idempotency-Key",
                    128,
                    "Names this command for ever, such as a UUID: sent again with it, the command is answered again and never"
                            + " done twice. Visible ASCII characters without spaces. A dry run needs none.")
            .required(true);
    static final Parameter CLIENT = header(
            "Cartulary-Client",
            64,
            "Whose keys they are. Leave it out: it is the client whose key or token is sent. Where the service does not ask who is"
                    + " who, the keys of one client never meet those of another, and it is `default` where absent.");
    static final List<Parameter> SENDER = List.of(
            CLIENT,
            header("Cartulary-Actor", 64, "The person or process at the channel, as an opaque id."),
            header("Cartulary-Device", 64, "The device from which the command comes."),
            header("Cartulary-Channel", 64, "The channel through which the command comes."),
            header("Cartulary-Reason", 256, "Why the command is sent, in the sender's words."),
            header("Cartulary-Approval", 36, "Another client's approval of a command beyond the sender's limits."));
    static final Parameter DRY_RUN = new Parameter()
            .name("dryRun")
            .in("query")
            .description("Say what would happen and why, and record nothing.")
            .schema(no());

    private CommandHeaders() {}

    /** By the names under which operations refer to them. */
    static Map<String, Parameter> all() {
        var all = new TreeMap<String, Parameter>(Map.of(KEY.getName(), KEY, DRY_RUN.getName(), DRY_RUN));
        SENDER.forEach(header -> all.put(header.getName(), header));
        return all;
    }

    static Parameter reference(Parameter parameter) {
        return new Parameter().$ref("#/components/parameters/" + parameter.getName());
    }

    private static Parameter header(String name, int longest, String description) {
        return new Parameter()
                .name(name)
                .in("header")
                .description(description)
                .schema(type("string").minLength(1).maxLength(longest));
    }

    private static Schema<?> no() {
        var flag = type("boolean");
        flag.setDefault(false);
        return flag;
    }

    static Schema<?> type(String name) {
        return new JsonSchema().types(Set.of(name));
    }
}
