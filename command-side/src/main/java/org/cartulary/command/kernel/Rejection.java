package org.cartulary.command.kernel;

/**
 * Why a command is refused: one enum per capability, its constants in the order in which the rules are asked. The name is
 * the stable code that callers see.
 */
public interface Rejection {

    String name();

    /** The heading of the rule book under which the rule stands, such as {@code stock}. */
    default String ruleId() {
        var capability = getClass().getSimpleName().replace("Rejection", "").toLowerCase();
        return capability + "." + name().toLowerCase().replace('_', '-');
    }
}
