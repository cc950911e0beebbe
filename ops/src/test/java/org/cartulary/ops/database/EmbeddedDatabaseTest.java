package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.cartulary.ops.SharedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void acknowledgedIsDurableAndTheServiceWorksInItsOwnRole() {
        try (var database = start();
                var pool = LedgerPools.open(database, 2)) {
            var sql = JdbcClient.create(pool.of(LedgerRole.COMMANDS));
            assertThat(show(sql, "fsync")).isEqualTo("on");
            assertThat(show(sql, "synchronous_commit")).isEqualTo("on");
            assertThat(show(sql, "full_page_writes")).isEqualTo("on");
            assertThat(show(sql, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(sql.sql("select current_user").query(String.class).single())
                    .isEqualTo("cartulary_service");
        }
    }

    /** The embedded database is its superuser's, who can end everybody's right to make what is no table. */
    @Test
    void anAnalystHasNoPlaceToWriteTo() throws Exception {
        try (var database = start()) {
            LedgerPools.open(database, 2).close();
            var password = new Analysts(database).create("ann");
            try (var ann = SessionOf.login(database, "ann", password)) {
                ann.run("set default_transaction_read_only = off");
                for (var place : List.of("lo_create(0)", "lo_creat(-1)", "lo_from_bytea(0, 'x')"))
                    ann.refuses("select " + place, "42501");
                ann.refuses("create temporary table own (one int)", "42501");
            }
        }
    }

    @Test
    void whoeverComesBesidesTheServiceFindsItsDatabaseOrStartsIt() {
        var home = new Home(directory);
        var anyPort = new DatabaseProperties(null, null, null, 2, 0, SharedPrograms.DIRECTORY);
        assertThatThrownBy(() -> Database.besides(home, anyPort))
                .isInstanceOf(ServiceNotStarted.class)
                .hasMessage("There is no ledger in %s.", home.directory());
        try (var service = start()) {
            try (var besides = Database.besides(home, anyPort)) {
                assertThat(besides.url()).isEqualTo(service.url());
                assertThatThrownBy(() -> new Analysts(besides).create("ann"))
                        .isInstanceOf(ServiceNotStarted.class)
                        .hasMessageContaining("holds no ledger of this version");
            }
            LedgerPools.open(service, 2).close();
        }
        try (var besides = Database.besides(home, anyPort)) {
            assertThat(new Analysts(besides).create("ann")).hasSize(48);
        }
        start().close();
    }

    @Test
    void theServerListensOnThePortThatItIsGiven() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var properties = new DatabaseProperties(null, null, null, 2, port, SharedPrograms.DIRECTORY);
        try (var database = Database.at(new Home(directory), properties)) {
            assertThat(database.url()).contains("127.0.0.1:" + port + "/");
        }
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (var database = start();
                var pool = LedgerPools.open(database, 2)) {
            var sql = JdbcClient.create(pool.of(LedgerRole.PROJECTIONS));
            sql.sql("create schema kept").update();
            sql.sql("create table kept.words as select 'still here' as word").update();
        }
        try (var database = start();
                var pool = LedgerPools.open(database, 2)) {
            var word = JdbcClient.create(pool.of(LedgerRole.PROJECTIONS)).sql("select word from kept.words");
            assertThat(word.query(String.class).single()).isEqualTo("still here");
        }
    }

    @Test
    void aSecondServiceOnTheSameHomeIsRefusedWithASentence() {
        try (var first = start()) {
            first.servedOn(8080);
            assertThatThrownBy(this::start)
                    .isInstanceOf(ServiceNotStarted.class)
                    .hasMessage(
                            "Another Cartulary (process %d, port 8080) already works on %s.",
                            ProcessHandle.current().pid(), directory);
        }
        start().close();
    }

    @Test
    void onlyItsUserReadsTheHomeAndOnlyThePasswordOpensTheDatabase() throws Exception {
        try (var database = start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
            assertThatThrownBy(() ->
                            LedgerPools.open(Database.external(database.url(), database.username(), "a guess"), 1))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aDirectoryThatIsNoDatabaseIsRefusedWithTheServersOwnWords() throws Exception {
        Files.createDirectory(directory.resolve("postgres"));
        assertThatThrownBy(this::start)
                .isInstanceOf(ServiceNotStarted.class)
                .hasMessageContaining("did not start on " + directory.resolve("postgres"))
                .hasMessageContaining("is not a database cluster directory");
    }

    @Test
    void aLedgerThatANewerVersionHasMigratedIsRefused() throws Exception {
        try (var database = start()) {
            LedgerPools.open(database, 1).close();
            asOwner(database, """
                insert into public.flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (99, '99', 'of a newer version', 'SQL', 'V99__newer.sql', 'cartulary', 0, true)\
                """);
            assertThatThrownBy(() -> LedgerPools.open(database, 1))
                    .isInstanceOf(ServiceNotStarted.class)
                    .hasMessageContaining("is not one that this version of Cartulary made or follows");
        }
    }

    @Test
    void aDatabaseWhosePasswordWasLostIsRefusedAndItsServerStopped() throws Exception {
        start().close();
        Files.writeString(directory.resolve("postgres.password"), "another one");
        assertThatThrownBy(this::start)
                .isInstanceOf(ServiceNotStarted.class)
                .hasMessage(
                        "The password of the embedded PostgreSQL is not the one in %s.",
                        directory.resolve("postgres.password"));
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();

        Files.delete(directory.resolve("postgres.password"));
        assertThatThrownBy(this::start)
                .isInstanceOf(ServiceNotStarted.class)
                .hasMessageContaining("password of the embedded PostgreSQL is missing");
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void anEmptyNoteOfTheServersProcessIsRefusedWithASentence() throws Exception {
        start().close();
        Files.createFile(directory.resolve("postgres/postmaster.pid"));
        assertThatThrownBy(this::start)
                .isInstanceOf(ServiceNotStarted.class)
                .hasMessageContaining("should name the process of a PostgreSQL, and names none.");
    }

    @Test
    void aHomeThatCanBeNoDirectoryIsRefusedWithASentence() throws Exception {
        var file = Files.createFile(directory.resolve("a file"));
        for (var home : List.of(file, file.resolve("below"), Path.of("/proc/cartulary")))
            assertThatThrownBy(() -> Database.embedded(new Home(home), SharedPrograms.DIRECTORY))
                    .isInstanceOf(ServiceNotStarted.class)
                    .hasMessageStartingWith("The directory " + home + " can't be made, or not be written to");
        for (var name : List.of("", " ", "\0"))
            assertThatThrownBy(() -> Home.at(name))
                    .isInstanceOf(ServiceNotStarted.class)
                    .hasMessageStartingWith("The directory of all data");
    }

    private static void asOwner(Database database, String statement) throws SQLException {
        try (var owner = DriverManager.getConnection(database.url(), database.username(), database.password());
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }

    private Database start() {
        return Database.embedded(new Home(directory), SharedPrograms.DIRECTORY);
    }

    private static String show(JdbcClient sql, String setting) {
        return sql.sql("select current_setting(?)")
                .param(setting)
                .query(String.class)
                .single();
    }
}
