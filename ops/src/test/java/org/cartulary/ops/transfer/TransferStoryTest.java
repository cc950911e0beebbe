package org.cartulary.ops.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lorry over HTTP, from the wish to the last unit: whoever sends a command reads what it did, everywhere. */
class TransferStoryTest {

    private static final String LORRY = "019cad00-5000-7000-8000-000000000007";

    @TempDir
    Path home;

    private Story story;

    @Test
    void tenTeapotsLeaveLisbonAndAllOfThemAreExplained() throws Exception {
        try (var running = RunningService.on(home)) {
            story = new Story(running);
            open("LISBON", "EUR");
            open("PORTO", "EUR");
            open("LONDON", "GBP");
            story.accepted("/v1/products", "'sku': 'TEAPOT', 'name': 'Teapot'");
            story.accepted("/v1/stock/receipts", "'stock': {'location': 'LISBON', 'sku': 'TEAPOT'}, 'quantity': '12'");

            assertThat(story.refused("/v1/transfers", request("LONDON"))).isEqualTo("TRANSFER_ACROSS_CURRENCIES");
            story.accepted("/v1/transfers", request("PORTO"));
            story.accepted("/v1/transfers/approvals", lorry());
            story.accepted("/v1/transfers/dispatches", lorry() + ", 'lines': [{'number': 1, 'quantity': '10'}]");
            assertThat(available("LISBON")).isEqualTo("2");
            assertThat(story.read("/v1/in-transit?sku=TEAPOT&location=PORTO")
                            .at("/items/0/quantity")
                            .asString())
                    .isEqualTo("10");

            story.accepted(
                    "/v1/transfers/receipts",
                    lorry() + ", 'lines': [{'number': 1, 'received': '7', 'damaged': '1', 'returned': '1'}]");
            assertThat(available("PORTO")).isEqualTo("7");
            assertThat(story.refused("/v1/transfers/closures", lorry() + ", 'reason': 'no seal'"))
                    .isEqualTo("LOSS_WITHOUT_OWNER");
            story.accepted("/v1/transfers/closures", lorry() + ", 'reason': 'no seal', 'lossOwner': 'CARRIER'");
            assertThat(story.read("/v1/in-transit?sku=TEAPOT").at("/items")).isEmpty();
            var line = story.read("/v1/transfers/" + LORRY).at("/lines/0");
            assertThat(line.get("received").asString()
                            + line.get("damaged").asString()
                            + line.get("returned").asString()
                            + line.get("lost").asString())
                    .isEqualTo("7111");
            assertThat(available("LISBON")).isEqualTo("3");
            for (var place : new String[] {"LISBON", "PORTO"})
                assertThat(story.read("/v1/history/events?sku=TEAPOT&location=" + place + "&name=transfer.UnitsLost")
                                .at("/items"))
                        .hasSize(1);
            assertThat(story.read("/v1/stock/movements?location=PORTO")
                            .at("/items/0/reference")
                            .asString())
                    .isEqualTo(LORRY);
        }
    }

    private void open(String location, String currency) throws Exception {
        story.accepted(
                "/v1/locations",
                "'location': '%s', 'name': 'Shop', 'country': 'PT', 'zone': 'Europe/Lisbon', 'currency': '%s'"
                        .formatted(location, currency));
    }

    private static String request(String destination) {
        return lorry() + ", 'source': 'LISBON', 'destination': '" + destination
                + "', 'lines': [{'number': 1, 'sku': 'TEAPOT', 'quantity': '11'}], 'reason': 'sold out'";
    }

    private static String lorry() {
        return "'transfer': '" + LORRY + "'";
    }

    private String available(String location) throws Exception {
        return story.read("/v1/availability?sku=TEAPOT&location=" + location)
                .at("/items/0/availableToSell")
                .asString();
    }
}
