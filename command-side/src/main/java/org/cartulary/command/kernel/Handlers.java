package org.cartulary.command.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MessageHandler;

/** Finds who handles a command: each {@code @CommandHandler} method of the posting classes, by the command's class. */
public final class Handlers {

    private final Map<String, MessageHandler<CommandMessage<?>>> byCommand = new HashMap<>();

    public Handlers(List<? extends CommandHandling> postings) {
        for (var posting : postings) {
            var adapter = new AnnotationCommandHandlerAdapter<>(posting);
            adapter.supportedCommandNames().forEach(name -> add(name, adapter));
        }
    }

    private void add(String name, MessageHandler<CommandMessage<?>> handler) {
        if (byCommand.put(name, handler) != null) throw new IllegalStateException("two handlers for " + name);
    }

    public boolean handles(Class<? extends Command> command) {
        return byCommand.containsKey(command.getName());
    }

    void subscribe(CommandBus bus) {
        byCommand.forEach(bus::subscribe);
    }

    /** Handles a command within the current unit of work, whose append it shares. */
    Object handle(Command command) throws Exception {
        return byCommand.get(command.getClass().getName()).handle(new GenericCommandMessage<>(command));
    }
}
