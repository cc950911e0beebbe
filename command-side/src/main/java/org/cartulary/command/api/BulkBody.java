package org.cartulary.command.api;

import org.cartulary.command.api.RequestBodies.Item;
import org.cartulary.command.kernel.Command;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/**
 * A batch, read as it comes in. What is wrong within one command is told of that command; what is no JSON ends the reading,
 * since nobody knows where the next command would begin.
 */
final class BulkBody implements AutoCloseable {

    private final RequestBodies bodies;
    private final JsonParser json;
    private Boolean atomic;
    private Boolean parallel;
    private int count;

    BulkBody(RequestBodies bodies, JsonParser json) {
        this.bodies = bodies;
        this.json = json;
    }

    /**
     * One command of the batch.
     *
     * @param key null where it has none
     * @param command null where it can't be read
     * @param malformed why it can't be read
     */
    record Entry(String key, Command command, Exception malformed) {

        Command readable() throws Exception {
            if (malformed != null) throw malformed;
            return command;
        }
    }

    /** Reads up to the first command. */
    void open() {
        var first = json.nextToken();
        if (first == null) throw RequestBodies.empty();
        if (first == JsonToken.VALUE_NULL) throw new IllegalArgumentException("the body is null");
        if (first != JsonToken.START_OBJECT) throw new IllegalArgumentException("the body is no object");
        if (!hasCommands()) throw new IllegalArgumentException("commands is empty");
    }

    /** Whether the commands may be decided while they come: it is known by now that they are not one append. */
    boolean isStream() {
        return Boolean.FALSE.equals(atomic) || isParallel() && !isAtomic();
    }

    boolean isAtomic() {
        return Boolean.TRUE.equals(atomic);
    }

    boolean isParallel() {
        return Boolean.TRUE.equals(parallel);
    }

    /** Null after the last one, when the rest of the body has been read too. */
    Entry next() {
        var token = json.nextToken();
        if (token == JsonToken.END_ARRAY) {
            if (count == 0) throw new IllegalArgumentException("commands is empty");
            end();
            return null;
        }
        if (++count > RequestBodies.MOST_COMMANDS)
            throw new IllegalArgumentException("commands has at most " + RequestBodies.MOST_COMMANDS + " entries");
        return token == JsonToken.START_OBJECT ? entry() : noEntry(token);
    }

    private void end() {
        if (hasCommands()) throw new IllegalArgumentException("commands is there twice");
        if (json.nextToken() != null) throw new IllegalArgumentException("something stands behind the end of the body");
        if (isAtomic() && isParallel())
            throw new IllegalArgumentException("atomic and parallel exclude each other: an atomic batch is one append");
    }

    /** Reads members up to the list of commands, or to the end. */
    private boolean hasCommands() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "atomic" -> atomic = flag(name);
                case "parallel" -> parallel = flag(name);
                case "commands" -> {
                    if (json.currentToken() == JsonToken.START_ARRAY) return true;
                    throw new IllegalArgumentException("commands is no list");
                }
                default -> throw new IllegalArgumentException(name + " is not known here");
            }
        }
        return false;
    }

    private Boolean flag(String name) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException(name + " is true or false");
        };
    }

    private Entry noEntry(JsonToken token) {
        json.skipChildren();
        return new Entry(
                null,
                null,
                new IllegalArgumentException(
                        token == JsonToken.VALUE_NULL
                                ? "commands has an empty entry"
                                : "commands holds objects with name, key and command"));
    }

    private Entry entry() {
        var parts = new Parts();
        int depth = depth();
        while (json.nextToken() == JsonToken.PROPERTY_NAME)
            try {
                read(parts);
            } catch (DatabindException | InputCoercionException | IllegalArgumentException wrong) {
                if (parts.wrong == null) parts.wrong = wrong;
                while (depth() > depth) json.nextToken();
            }
        return parts.entry();
    }

    private int depth() {
        return json.streamReadContext().getNestingDepth();
    }

    private void read(Parts parts) {
        var member = json.currentName();
        json.nextToken();
        switch (member) {
            case "name" -> parts.name = text(member);
            case "key" -> parts.key = text(member);
            case "command" -> {
                parts.isThere = true;
                if (parts.name == null) parts.unnamed = new Item(null, null, json.readValueAsTree());
                else
                    parts.command = bodies.command(
                            json, CommandEndpoints.named(parts.name).command());
            }
            default -> throw new IllegalArgumentException(member + " is not known here");
        }
    }

    private String text(String member) {
        if (json.currentToken() == JsonToken.VALUE_STRING) return json.getString();
        if (json.currentToken() == JsonToken.VALUE_NULL) return null;
        throw new IllegalArgumentException(member + " is a text");
    }

    /** What has been read of a command. */
    private final class Parts {

        private String name;
        private String key;
        private Command command;
        private Item unnamed;
        private boolean isThere;
        private Exception wrong;

        /** Where the name came last, the command was kept, and is read only now. */
        Entry entry() {
            try {
                if (wrong == null && command == null)
                    command =
                            bodies.command(new Item(name, key, isThere && unnamed != null ? unnamed.command() : null));
            } catch (RuntimeException malformed) {
                wrong = malformed;
            }
            return new Entry(key, wrong == null ? command : null, wrong);
        }
    }

    @Override
    public void close() {
        json.close();
    }
}
