package org.cartulary.ops.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The launcher of the package, which chooses the JDK: what is prepared must be for the one that will run. */
record Launcher(Path program) {

    /**
     * Runs to the end.
     *
     * @return all that was said
     * @throws IOException where the program can't be run, or fails
     */
    String run(Path jar, List<String> options, List<String> arguments) throws IOException, InterruptedException {
        var process = builder(jar, options, arguments).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IOException(said.strip());
        return said;
    }

    /** @param options of the JVM, without spaces */
    ProcessBuilder builder(Path jar, List<String> options, List<String> arguments) {
        var command = new ArrayList<>(List.of("sh", program.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CARTULARY_JAR", jar.toString());
        builder.environment().put("CARTULARY_JAVA_OPTIONS", String.join(" ", options));
        builder.environment().keySet().removeIf(Launcher::disturbs);
        return builder;
    }

    /** Settings of whoever builds are not those of whoever runs; the database above all is a new one. */
    private static boolean disturbs(String name) {
        return name.equals("JAVA_TOOL_OPTIONS")
                || name.equals("JDK_JAVA_OPTIONS")
                || name.startsWith("SPRING_")
                || name.startsWith("CARTULARY_DATABASE_");
    }
}
