package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cartulary.ops.SharedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class LeftoverServerTest {
    @TempDir
    Path directory;

    @Test
    void theServerOfAKilledServiceIsStoppedAndAnotherStartedWithTheRightSettings() throws Exception {
        serverOfAKilledService();
        var leftover = restartedWithoutFsync();
        assertThat(leftover.isAlive()).isTrue();
        try (var database = start();
                var pool = LedgerPools.open(database, 1)) {
            assertThat(leftover.isAlive()).isFalse();
            var fsync = JdbcClient.create(pool.of(LedgerRole.COMMANDS)).sql("select current_setting('fsync')");
            assertThat(fsync.query(String.class).single()).isEqualTo("on");
        }
    }

    @Test
    void aServerThatWasKilledWithItsServiceRecovers() throws Exception {
        serverOfAKilledService().destroyForcibly();
        try (var database = start();
                var pool = LedgerPools.open(database, 1)) {
            assertThat(server().isAlive()).isTrue();
        }
    }

    @Test
    void anotherProcessThatHasTheNumberOfADeadServerIsLeftAlone() throws Exception {
        start().close();
        Files.writeString(
                directory.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (var database = start()) {
            assertThat(server().pid()).isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    private ProcessHandle serverOfAKilledService() throws Exception {
        var service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServiceToBeKilled.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader words = service.inputReader()) {
            assertThat(words.readLine()).isEqualTo("ready");
        }
        service.destroyForcibly();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return server();
    }

    private ProcessHandle restartedWithoutFsync() throws Exception {
        var home = new Home(directory);
        var port =
                Files.readAllLines(directory.resolve("postgres/postmaster.pid")).get(3);
        var status = PostgresPrograms.unpackedAt(SharedPrograms.DIRECTORY)
                .run(
                        home.serverLog(),
                        "pg_ctl",
                        "restart",
                        "-w",
                        "-D",
                        home.data().toString(),
                        "-o",
                        "-c fsync=off -c unix_socket_directories='' -p " + port);
        assertThat(status).isZero();
        return server();
    }

    private ProcessHandle server() throws Exception {
        var pid =
                Files.readAllLines(directory.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private Database start() {
        return Database.embedded(new Home(directory), SharedPrograms.DIRECTORY);
    }
}
