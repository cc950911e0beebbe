package org.cartulary.ops.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived its killed service. It may run with other settings than ours, so it is stopped and never
 * taken over. To be called by the holder of the {@link HomeLock} only.
 */
final class LeftoverServer {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final long PATIENCE_SECONDS = 60;
    private static final long DYING_SECONDS = 3;

    /** Of the server's pid file, counted from 0. */
    private static final int PORT_LINE = 3;

    private final Path data;
    private final Path pidFile;

    LeftoverServer(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** Stops the server of this data directory where there is one, and removes what it left lying about. */
    void stop() throws IOException {
        var process = process();
        if (process.isPresent() && isServerOfThisDirectory(process.get())) {
            LOG.warn(
                    "A PostgreSQL (process {}) was left over from a killed service: it is stopped.",
                    process.get().pid());
            stop(process.get());
        } else if (process.isPresent()) {
            // It is dead, and its number may be another process's since. PostgreSQL would take that for a server, and
            // refuse. Should the old one's children still live, it notices them by the memory that they share.
            Files.deleteIfExists(pidFile);
        }
    }

    /** Where the server of this data directory listens; nothing where none runs, or it is not ready yet. */
    Optional<Integer> port() {
        try {
            if (process().isEmpty() || isGone()) return Optional.empty();
            var lines = Files.readAllLines(pidFile);
            return lines.size() > PORT_LINE
                    ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether no server works on this data directory any more. */
    boolean isGone() {
        try {
            var process = process();
            return process.isEmpty() || isDead(process.get());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid()).filter(ProcessHandle::isAlive);
    }

    /** A full disk or a loss of power may have left an empty file. */
    private long pid() throws IOException {
        try {
            return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        } catch (NoSuchElementException | NumberFormatException nobody) {
            throw new ServiceNotStarted(
                    "%s should name the process of a PostgreSQL, and names none.".formatted(pidFile),
                    "See that no PostgreSQL works on %s, then delete that file.".formatted(data));
        }
    }

    private boolean isServerOfThisDirectory(ProcessHandle process) throws IOException {
        var command = process.info().command();
        if (command.isEmpty() && !ended(process, DYING_SECONDS) && !isDead(process)) {
            throw unknown(process);
        }
        return command.filter(program -> Path.of(program).endsWith("postgres")).isPresent() && worksHere(process);
    }

    private boolean worksHere(ProcessHandle process) throws IOException {
        var directory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        var arguments = process.info().arguments().orElse(new String[0]);
        return Arrays.asList(arguments).contains(data.toString())
                || Files.exists(directory) && Files.isSameFile(directory, data);
    }

    /** A process whose parent has not taken note of its end still has its number, and in Linux the state Z. */
    private static boolean isDead(ProcessHandle process) throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "stat");
        return Files.exists(status) && Files.readString(status).contains(") Z ");
    }

    private void stop(ProcessHandle process) throws IOException {
        // An interrupt ends the sessions and writes a checkpoint. The quit ends all at once, and the next start
        // recovers.
        if (!ended(process, "INT") && !ended(process, "QUIT")) {
            throw new ServiceNotStarted(
                    "A PostgreSQL (process %d) was left over from a killed service, and doesn't stop."
                            .formatted(process.pid()),
                    "Stop that process, then start again.");
        }
    }

    private static boolean ended(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .start()
                .onExit()
                .join();
        return ended(process, PATIENCE_SECONDS);
    }

    private static boolean ended(ProcessHandle process, long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ServiceNotStarted unknown(ProcessHandle process) {
        return new ServiceNotStarted(
                "Process %d may be a PostgreSQL left over from a killed service, but can't be inspected."
                        .formatted(process.pid()),
                "Start the service as the same user as before, or stop that process.");
    }
}
