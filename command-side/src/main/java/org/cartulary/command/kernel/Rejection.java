package org.cartulary.command.kernel;

import java.util.Locale;

/**
 * Why a command is refused: one enum per capability, its constants in the order in which the rules are asked. The name is
 * the stable code that callers see.
 */
public interface Rejection {

    String name();

    /** The heading of the rule book under which the rule stands, such as {@code stock}. */
    default String ruleId() {
        var capability = getClass().getSimpleName().replace("Rejection", "").toLowerCase(Locale.ROOT);
        return capability + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
