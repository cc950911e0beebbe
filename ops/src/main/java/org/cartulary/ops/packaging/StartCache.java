package org.cartulary.ops.packaging;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes, beside a packaged jar, the directory of its name: the jar unpacked, the AOT cache of a service that was started out of it, and
 * copies of what tells the jar and the JDK from others, for the launcher to compare. A build without it is slower to start, not broken.
 */
public final class StartCache {
    /** That of the JDK, because it runs without the libraries of the service. */
    private static final System.Logger LOG = System.getLogger(StartCache.class.getName());

    private static final int OLDEST = 25;
    /** The end of a jar lists its entries with their checksums; the launcher compares as many bytes. */
    private static final int END = 1 << 20;

    private static final Pattern HOME = Pattern.compile("java\\.home = (.+)");
    private static final Pattern VERSION = Pattern.compile("java\\.specification\\.version = (\\d+)");

    private final Launcher launcher;
    private final Path jar;
    private final Path directory;

    private StartCache(Launcher launcher, Path jar) {
        this.launcher = launcher;
        this.jar = jar;
        this.directory = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
    }

    /** @param arguments the launcher, the jar, and whether a cache is wanted at all */
    public static void main(String... arguments) throws IOException {
        var jar = Path.of(arguments[1]).toAbsolutePath();
        var cache = new StartCache(new Launcher(Path.of(arguments[0]).toAbsolutePath()), jar);
        try {
            delete(cache.directory);
            if (Boolean.parseBoolean(arguments[2])) cache.make();
            else say("none, as -Dcartulary.aot=false asks for");
        } catch (IOException | RuntimeException failure) {
            delete(cache.directory);
            say("none, and the service starts slower: " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            delete(cache.directory);
        }
    }

    private void make() throws IOException, InterruptedException {
        var settings = launcher.run(jar, List.of("-XshowSettings:properties", "-version"), List.of());
        int version = Integer.parseInt(found(VERSION, settings));
        if (version < OLDEST) {
            say("none, because JDK %d has no AOT cache of this kind: JDK %d has".formatted(version, OLDEST));
            return;
        }
        launcher.run(
                jar, List.of("-Djarmode=tools"), List.of("extract", "--force", "--destination", directory.toString()));
        new TrainingRun(launcher, directory.resolve(jar.getFileName()), directory.resolve("training"))
                .record(directory.resolve("cartulary.aot"));
        Files.copy(Path.of(found(HOME, settings), "release"), directory.resolve("made-by"));
        Files.write(directory.resolve("made-of"), end());
        delete(directory.resolve("training"));
        say(directory.toString());
    }

    private byte[] end() throws IOException {
        try (var file = new RandomAccessFile(jar.toFile(), "r")) {
            var end = new byte[(int) Math.min(END, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return end;
        }
    }

    private static String found(Pattern pattern, String text) throws IOException {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) throw new IOException("the launcher found no JDK: " + text.strip());
        return matcher.group(1).strip();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static void say(String what) {
        LOG.log(System.Logger.Level.INFO, "AOT cache: " + what);
    }
}
