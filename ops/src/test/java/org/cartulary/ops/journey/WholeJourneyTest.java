package org.cartulary.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.imports.TriedImport;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole real files, where they are there. Asks the service's own HTTP API, and compares its answers with sums that share
 * no code with the import. Takes minutes.
 */
class WholeJourneyTest {

    private static final Path FILES = Repository.root().resolveSibling("shared/data/complete-journey");

    @TempDir
    Path directory;

    @BeforeEach
    void onlyWhereTheyAreThere() {
        assumeTrue(Files.isDirectory(FILES), "the files of The Complete Journey are not at " + FILES);
    }

    @Test
    void everyHouseholdAndEveryStoreComesOutToTheCent() throws Exception {
        var tried = new TriedImport(directory, "complete-journey", FILES);

        assertThat(tried.run()).as(tried.told()).isZero();

        assertThat(tried.told())
                .containsPattern("2,376 households +74,585 +47,034 +233,935\\.24 +40,180\\.91 +1,598\\.81 +each as")
                .containsPattern("293 stores +74,585 +47,034 +233,935\\.24 +40,180\\.91 +1,598\\.81 +each as")
                .contains("0 refused; 0 rows refused", "RECONCILED");
        var sums = PlainSums.of(FILES.resolve("transactions_sample.csv.zst"));
        try (var service = RunningService.on(tried.home())) {
            assertThat(answers(service, "customer")).isEqualTo(sums.households());
            assertThat(answers(service, "location")).isEqualTo(sums.stores());
        }
    }

    /** What the API says of each of them: sales, loyalty discount, coupon discount and coupons without goods, in cents. */
    private static Map<String, String> answers(RunningService service, String dimension) throws Exception {
        var found = new TreeMap<String, String>();
        var path = "/v1/analysis/sales?by=total&limit=1000&group=" + dimension;
        String next = "";
        do {
            var page = get(service, path + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var figure : page.get("items"))
                found.put(
                        figure.get(dimension).stringValue(),
                        PlainSums.text(
                                figure.get("netMinor").longValue()
                                        + figure.get("taxMinor").longValue(),
                                figure.at("/discounts/loyaltyDiscountMinor").longValue(),
                                figure.at("/discounts/couponDiscountMinor").longValue()
                                        + figure.at("/totals/couponTendersMinor")
                                                .longValue(),
                                figure.at("/totals/adjustedMinor").longValue(0)));
            next = page.path("next").stringValue("");
        } while (!next.isEmpty());
        return found;
    }

    private static JsonNode get(RunningService service, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(service.uri(path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return CanonicalJson.MAPPER.readTree(answer.body());
        }
    }
}
