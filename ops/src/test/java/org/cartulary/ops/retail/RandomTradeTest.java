package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random trade with few products, few customers and prices finer than a penny, so that cancellations meet sales in every
 * way: whatever it is, nothing is refused and every month agrees to the penny.
 */
class RandomTradeTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> PRICES = List.of("2.55", "0.335", "0.001", "0.0", "12", "0.005", "1.2345");

    @TempDir
    Path directory;

    @Test
    void whateverIsTradedAgreesToThePenny() throws IOException {
        long seed = new Random().nextLong();
        var file = Files.write(directory.resolve("random.csv"), rows(new Random(seed)));
        var words = new StringWriter();
        var out = new PrintWriter(words, true);

        int status = CommandLines.commandLine()
                .setOut(out)
                .setErr(out)
                .execute(
                        "import",
                        "online-retail",
                        "--home=" + directory.resolve("home"),
                        "--cartulary.database.programs=" + SharedPrograms.DIRECTORY,
                        file.toString());

        assertThat(status).as("seed " + seed + "\n" + words).isZero();
        assertThat(words.toString()).as("seed " + seed).contains("0 rows refused", "RECONCILED");
    }

    private static List<String> rows(Random random) {
        var rows = new ArrayList<>(List.of(String.join(",", RowParser.HEADING)));
        var at = LocalDateTime.parse("2011-01-01T08:00:00");
        for (int document = 700_000; document < 700_300; document++) {
            at = at.plusMinutes(random.nextInt(1_000));
            boolean cancelled = random.nextInt(3) == 0;
            var customer = random.nextInt(5) == 0 ? "" : "1000" + random.nextInt(4) + ".0";
            for (int line = 0; line <= random.nextInt(5); line++)
                rows.add(row(random, (cancelled ? "C" : "") + document, cancelled, at, customer));
        }
        return rows;
    }

    private static String row(Random random, String document, boolean cancelled, LocalDateTime at, String customer) {
        int units = 1 + random.nextInt(12);
        var code = random.nextInt(6) == 0 ? "POST" : "9000" + random.nextInt(4);
        return String.join(
                ",",
                document,
                code,
                "A THING",
                Integer.toString(cancelled ? -units : units),
                TIME.format(at),
                PRICES.get(random.nextInt(PRICES.size())),
                customer,
                "United Kingdom");
    }
}
