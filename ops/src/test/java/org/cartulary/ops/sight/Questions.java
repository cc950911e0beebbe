package org.cartulary.ops.sight;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is asked of each read of the query API about the shop in Lisbon. */
final class Questions {

    /** What everybody sees of the whole retailer: what is sold, and on which terms points are earned. */
    static final List<String> OF_ALL_SHOPS = List.of("/v1/products", "/v1/loyalty/programmes");

    /** What the console shows moves with the ledger's position. */
    static final String CONSOLE = "/";

    private static final String ID = "/019cad00-";

    /** By the address as its controller says it. */
    static final Map<String, List<String>> BY_ADDRESS = Map.ofEntries(
            asks("/", "", "?sku=TEA", "?sku=V"),
            asks("/v1/locations", "", "?limit=1"),
            asks("/v1/products", ""),
            asks("/v1/products/{sku}", "/TEAPOT"),
            asks("/v1/gtins/{gtin}", "/5601234567892"),
            asks(
                    "/v1/availability",
                    "",
                    "?sku=TEAPOT&channel=WEB",
                    "?sku=VASE",
                    "?location=LISBON",
                    "?location=BRAGA",
                    "?channel=MARKET",
                    "?limit=1"),
            asks("/v1/availability/{sku}", "/TEAPOT", "/TEAPOT?channel=WEB", "/VASE", "/VASE?channel=MARKET"),
            asks("/v1/stock/movements", "", "?location=LISBON", "?location=BRAGA", "?sku=VASE", "?order=desc&limit=3"),
            asks("/v1/reservations/{reservation}", ID + "3000-7000-8000-000000000001"),
            asks("/v1/reservations", "", "?status=RELEASED", "?owner=cart-77"),
            asks("/v1/transfers/{transfer}", ID + "5000-7000-8000-000000000001"),
            asks(
                    "/v1/transfers",
                    "",
                    "?source=LISBON",
                    "?source=BRAGA",
                    "?destination=PORTO",
                    "?open=true",
                    "?sku=VASE"),
            asks("/v1/in-transit", "", "?sku=TEAPOT", "?sku=VASE", "?location=FARO"),
            asks("/v1/sales/{sale}", ID + "1000-7000-8000-000000000001", ID + "1000-7000-8000-000000000003"),
            asks(
                    "/v1/sales",
                    "",
                    "?receipt=L-000042",
                    "?receipt=B-000042",
                    "?customer=C-1001",
                    "?customer=C-2001",
                    "?channel=TILL",
                    "?channel=KIOSK",
                    "?order=desc&limit=2"),
            asks("/v1/returns/{returnId}", ID + "2000-7000-8000-000000000001", ID + "2000-7000-8000-000000000002"),
            asks("/v1/returns", "", "?customer=C-1002", "?receipt=B-R-000008", "?location=LISBON"),
            asks(
                    "/v1/analysis/sales",
                    "",
                    "?by=month",
                    "?by=total",
                    "?by=total&group=channel",
                    "?by=total&group=location,country",
                    "?by=total&group=sku",
                    "?by=total&group=customer",
                    "?by=total&group=channel&group=customer",
                    "?by=total&customer=C-1001",
                    "?by=total&customer=C-2001&group=sku",
                    "?by=total&sku=VASE",
                    "?location=BRAGA"),
            asks(
                    "/v1/analysis/top",
                    "?of=sku",
                    "?of=sku&measure=quantity",
                    "?of=channel",
                    "?of=location",
                    "?of=country",
                    "?of=customer"),
            asks(
                    "/v1/analysis/sales/positions",
                    Stream.concat(
                                    Stream.of("?measure=tax&sku=VASE", "?customer=C-1001"),
                                    Stream.of(
                                                    "net",
                                                    "gross",
                                                    "returned",
                                                    "tax",
                                                    "adjusted",
                                                    "restockingFee",
                                                    "cashRounding",
                                                    "loyaltyDiscount",
                                                    "couponDiscount",
                                                    "promotionDiscount",
                                                    "markdownDiscount",
                                                    "couponTenders")
                                            .map(measure -> "?measure=" + measure))
                            .toArray(String[]::new)),
            asks(
                    "/v1/history/events",
                    "?limit=1000",
                    "?location=LISBON",
                    "?location=BRAGA",
                    "?sku=VASE",
                    "?sku=TEAPOT&bytes=true",
                    "?channel=TILL",
                    "?name=loyalty.CustomerEnrolled",
                    "?name=transfer.TransferRequested",
                    "?actor=ana-maria",
                    "?stream=stock/LISBON/TEAPOT",
                    "?stream=stock/BRAGA/VASE",
                    "?order=desc&limit=7"),
            asks("/v1/history/events/{position}", "/1", "/2"),
            asks("/v1/history/events/{position}/bytes", "/1"),
            asks("/v1/history/commands", "?limit=1000", "?outcome=ACCEPTED", "?actor=ana-maria", "?client=braga-app"),
            asks("/v1/history/commands/{client}/{*key}", "/lisbon-app/lisbon-app/0"),
            asks("/v1/loyalty/programmes", ""),
            asks("/v1/loyalty/accounts", "", "?customer=C-1001", "?programme=CLUB"),
            asks("/v1/loyalty/accounts/{programme}/{customer}", "/CLUB/C-1001"),
            asks("/v1/loyalty/accounts/{programme}/{customer}/entries", "/CLUB/C-1001/entries"),
            asks("/v1/loyalty/liability/{programme}", "/CLUB?from=2026-03-01&to=2026-03-20"),
            asks("/v1/stored-value", "", "?customer=C-1002", "?kind=GIFT_CARD"),
            asks("/v1/stored-value/{account}", ID + "6000-7000-8000-000000000001", ID + "6000-7000-8000-000000000002"),
            asks("/v1/stored-value/{account}/balance", ID + "6000-7000-8000-000000000001/balance"),
            asks(
                    "/v1/stored-value/entries",
                    "",
                    "?kind=STORED_CREDIT",
                    "?account=019cad00-6000-7000-8000-000000000001",
                    "?account=019cad0b-6000-7000-8000-000000000001"),
            asks("/v1/stored-value/liability", "?from=2026-03-01&to=2026-03-20"));

    private Questions() {}

    /** @param rests what follows the address's fixed beginning */
    private static Map.Entry<String, List<String>> asks(String address, String... rests) {
        int variable = address.indexOf("/{");
        var beginning = variable < 0 ? address : address.substring(0, variable);
        return Map.entry(address, Stream.of(rests).map(rest -> beginning + rest).toList());
    }

    static Stream<String> all() {
        return BY_ADDRESS.values().stream().flatMap(List::stream).sorted();
    }
}
