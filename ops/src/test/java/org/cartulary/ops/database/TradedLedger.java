package org.cartulary.ops.database;

import java.nio.file.Path;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.Story;

/** A service on a database whose owner is no superuser, as README says, with some trade in it. */
final class TradedLedger implements AutoCloseable {
    static final String CARD = "019cad00-6000-7000-8000-00000000cafe";

    final Database server;
    final Database database;
    private final RunningService service;

    TradedLedger(Path home) throws Exception {
        server = Database.embedded(new Home(home.resolve("server")), SharedPrograms.DIRECTORY);
        database = ExternalDatabaseTest.ledgerOfItsOwn(server);
        service = RunningService.on(home.resolve("unused"), properties());
        tell(new Story(service));
    }

    /** That lead to the database. */
    String[] properties() {
        return new String[] {
            "cartulary.database.url=" + database.url(),
            "cartulary.database.username=" + database.username(),
            "cartulary.database.password=" + database.password()
        };
    }

    @Override
    public void close() {
        service.close();
        server.close();
    }

    /** Whatever says who somebody is bears the word "secret", or is the gift card's number. */
    private static void tell(Story story) throws Exception {
        story.accepted(
                "/v1/locations",
                "'location': 'LISBON', 'name': 'Shop', 'country': 'PT', 'zone': 'Europe/Lisbon', 'currency': 'EUR'");
        story.accepted("/v1/products", "'sku': 'TEAPOT', 'name': 'Teapot'");
        story.accepted("/v1/products", "'sku': 'GIFT-CARD', 'name': 'Gift card', 'kind': 'GIFT_CARD'");
        story.accepted(
                "/v1/stock/receipts",
                "'stock': {'location': 'LISBON', 'sku': 'TEAPOT'}, 'quantity': '9', 'reference': 'secret delivery'");
        story.accepted("/v1/sales", sale(1, "'TEAPOT'", "'CARD'", "secret-token"));
        story.accepted(
                "/v1/sales",
                sale(2, "'GIFT-CARD', 'card': {'account': '%s'}".formatted(CARD), "'CARD'", "secret-token"));
        story.accepted("/v1/stored-value/codes", "'account': '%s', 'code': 'gift-7qk2-m4xp'".formatted(CARD));
        story.accepted("/v1/sales", sale(3, "'TEAPOT'", "'GIFT_CARD'", CARD));
        story.accepted(
                "/v1/returns",
                "'returnId': '019cad00-2000-7000-8000-000000000001', 'sale': '019cad00-1000-7000-8000-000000000001',"
                        + " 'location': 'LISBON', 'channel': 'TILL', 'lines': [{'number': 1, 'saleLine': 1,"
                        + " 'quantity': '1', 'reason': 'secret reason'}]");
        story.read("/v1/analysis/sales?by=day");
        story.read("/v1/history/events");
    }

    private static String sale(int number, String sku, String tender, String reference) {
        return ("'sale': '019cad00-1000-7000-8000-00000000000%d', 'location': 'LISBON', 'channel': 'TILL', 'currency': 'EUR',"
                        + " 'handover': 'COUNTER', 'customer': 'secret-customer', 'receipt': 'secret-receipt',"
                        + " 'lines': [{'number': 1, 'sku': %s, 'quantity': '1', 'unitPrice': '10'}], 'totalMinor': 1000,"
                        + " 'tenders': [{'number': 1, 'type': %s, 'amountMinor': 1000, 'reference': '%s'}]")
                .formatted(number, sku, tender, reference);
    }
}
