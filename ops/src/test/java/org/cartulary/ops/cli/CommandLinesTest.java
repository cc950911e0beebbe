package org.cartulary.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandLinesTest {
    private final StringWriter words = new StringWriter();

    @Test
    void everyCommandExplainsItself() {
        var commands = CommandLines.commandLine().getSubcommands().keySet();
        assertThat(commands).contains("serve");
        assertThat(commands).allSatisfy(command -> {
            assertThat(execute(command, "--help")).isZero();
            assertThat(words.toString()).contains("Usage: cartulary " + command);
        });
    }

    @Test
    void aMistypedOptionIsRefusedAndNotTakenForAProperty() {
        assertThat(execute("serve", "--prot=9090")).isEqualTo(2);
        assertThat(words.toString()).contains("Unknown option: '--prot=9090'");
    }

    private int execute(String... arguments) {
        var out = new PrintWriter(words, true);
        return CommandLines.commandLine().setOut(out).setErr(out).execute(arguments);
    }
}
