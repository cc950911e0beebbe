package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartulary.ops.cli.CommandLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An analyst's login, made as docs/read-schema.md says: it reads what is promised there, and nothing else. */
class AnalystsTest {
    private static final String RIGHT_MISSING = "42501";
    private static final String CANCELLED = "57014";

    @TempDir
    static Path home;

    private static TradedLedger ledger;
    private static String password;

    @BeforeAll
    static void trade() throws Exception {
        ledger = new TradedLedger(home);
        assertThat(documented("sh")).isEqualTo("ops/bin/cartulary analyst create ann");
        password = passwordIn(analyst("create", "ann"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static SessionOf login(String name, String password) throws SQLException {
        return SessionOf.login(ledger.database, name, password);
    }

    @Test
    void anAnalystReadsEveryViewAndLearnsNobodysName() throws Exception {
        try (var ann = login("ann", password)) {
            assertThat(ann.text("select gross_minor from sales_day_sku where sku = 'TEAPOT'"))
                    .isNotNull();
            var views = ann.texts("select relname from pg_class where relnamespace = 'analysis'::regnamespace");
            assertThat(views).hasSizeGreaterThan(25);
            for (var view : views)
                assertThat(ann.texts("select v::text from analysis.\"%s\" v".formatted(view)))
                        .as(view)
                        .noneMatch(Pattern.compile("(?i)secret|cafe|7qk2").asPredicate());
        }
    }

    static Stream<String> closedToAnalysts() {
        return Stream.of(
                "select customer from trade.sale",
                "select count(*) from trade.sale",
                "select * from loyalty.account",
                "select * from storedvalue.account",
                "select * from reservation.reservation",
                "select * from history.command",
                "select * from history.event",
                "select * from projection.progress",
                "select * from ledger.event",
                "select stream from ledger.event_1",
                "select * from ledger.head",
                "select * from ledger.snapshot",
                "select * from ledger.read_stream('x', 0, 1)",
                "select * from public.flyway_schema_history",
                "update analysis.sale set net_minor = 0",
                "insert into analysis.gtin values ('1', '2')",
                "delete from analysis.progress",
                "update stock.level set sellable = 0",
                "create schema own",
                "create table analysis.own (one int)",
                "create table public.own (one int)",
                "create temporary table own (one int)",
                "create role eve",
                "set role cartulary_reader",
                "set role ledger",
                "set session authorization ledger",
                "grant cartulary_analyst to cartulary_service",
                "alter role ann connection limit 100",
                "select pg_read_file('postgresql.conf')",
                "copy (select 1) to program 'true'");
    }

    /** It is the rights that refuse: a session may give up its being read-only. */
    @ParameterizedTest
    @MethodSource("closedToAnalysts")
    void anAnalystIsRefusedEverythingElse(String statement) throws Exception {
        try (var ann = login("ann", password)) {
            ann.run("set default_transaction_read_only = off");
            ann.refuses(statement, RIGHT_MISSING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "default_transaction_read_only, on",
        "statement_timeout, 1min",
        "lock_timeout, 5s",
        "idle_in_transaction_session_timeout, 1min",
        "transaction_timeout, 10min",
        "search_path, analysis"
    })
    void anAnalystsSessionHasItsLimits(String setting, String value) throws Exception {
        try (var ann = login("ann", password)) {
            assertThat(ann.text("show " + setting)).isEqualTo(value);
        }
    }

    @Test
    void aSuperuserEndsTheRightToMakeLargeObjectsAsDocumented() throws Exception {
        try (var superuser = SessionOf.login(ledger.database, ledger.server.username(), ledger.server.password());
                var ann = login("ann", password)) {
            superuser.run(documented("sql"));
            ann.run("set default_transaction_read_only = off");
            for (var object : List.of("lo_create(0)", "lo_creat(-1)", "lo_from_bytea(0, 'x')"))
                ann.refuses("select " + object, RIGHT_MISSING);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsCut() throws Exception {
        var secret = passwordIn(analyst("create", "hasty"));
        try (var owner = SessionOf.owner(ledger.database)) {
            owner.run("alter role hasty set statement_timeout = '250ms'");
        }
        try (var hasty = login("hasty", secret)) {
            hasty.refuses("select count(*) from generate_series(1, 1000000000000)", CANCELLED);
            hasty.run("reset statement_timeout");
            assertThat(hasty.text("show statement_timeout")).isEqualTo("250ms");
        }
    }

    @Test
    void anAnalystWhoIsDroppedIsOutAtOnce() throws Exception {
        var words = analyst("create", "bob");
        try (var bob = login("bob", passwordIn(words))) {
            assertThat(analyst("drop", "bob")).contains("bob can't log in any more.");
            assertThatThrownBy(() -> bob.run("select 1")).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> login("bob", passwordIn(words)))
                .hasMessageContaining("password authentication failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "ann; drop table x", "cartulary_service", "pg_monitor", "1st"})
    void aNameThatNobodyCanHaveIsRefused(String name) {
        assertThat(refused("create", name)).contains("an analyst can't be named '" + name + "'");
    }

    @Test
    void aNameThatIsTakenOrUnknownIsRefusedWithASentence() {
        assertThat(refused("create", "ann")).contains("role \"ann\" already exists");
        assertThat(refused("drop", "ledger")).contains("there is no analyst named 'ledger'");
    }

    private static String analyst(String... arguments) {
        var words = new StringWriter();
        assertThat(execute(words, arguments)).as(words.toString()).isZero();
        return words.toString();
    }

    private static String refused(String... arguments) {
        var words = new StringWriter();
        assertThat(execute(words, arguments)).as(words.toString()).isEqualTo(2);
        return words.toString();
    }

    private static int execute(StringWriter words, String... arguments) {
        var all = Stream.of(
                        Stream.of("analyst"),
                        Stream.of(arguments),
                        Stream.of(ledger.properties()).map(value -> "--" + value))
                .flatMap(part -> part)
                .toArray(String[]::new);
        var out = new PrintWriter(words, true);
        return CommandLines.commandLine().setOut(out).setErr(out).execute(all);
    }

    private static String documented(String language) throws IOException {
        var block = Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "read-schema.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String passwordIn(String words) {
        var found = Pattern.compile("Password: (\\w{48})").matcher(words);
        assertThat(found.find()).as(words).isTrue();
        return found.group(1);
    }
}
