package org.cartulary.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.query.TestClock.NOON;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.location.ReturnPolicy;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.product.ProductEvent.ProductRegistered;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.GoodsReceived;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.events.stock.StockEvent.StockHeld;
import org.cartulary.events.stock.StockId;
import org.cartulary.projection.config.ForProjections;
import org.cartulary.projection.config.ProjectionConfiguration;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestConstructor;

/** One story from the stored events through the projections to every view: what is asked for with its position is there. */
@SpringBootTest(
        classes = {FollowedLedgerTest.Application.class, Api.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.flyway.enabled=false", "spring.main.banner-mode=off"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@DirtiesContext
class FollowedLedgerTest {

    @EnableAutoConfiguration
    @Import({QuerySide.class, ProjectionConfiguration.class})
    static class Application {

        @Bean(destroyMethod = "close")
        TestDatabase database() {
            return TestDatabase.migrated();
        }

        @Bean
        @Primary
        DataSource dataSource(TestDatabase database) {
            return database.reader();
        }

        @Bean
        @ForProjections
        DataSource projectionSource(TestDatabase database) {
            return database.projection();
        }

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }

    static final LocalDate MARCH_1 = LocalDate.parse("2026-03-01");
    static final LocationId LISBON = new LocationId("LISBON");
    static final Country PORTUGAL = new Country("PT");
    static final ChannelId WEB = new ChannelId("web");
    static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final Sku TEAPOT = new Sku("TEAPOT");
    static final StockId SHELF = new StockId(LISBON, TEAPOT);
    static final SaleId SALE = new SaleId(Uuid7.named(NOON, "sale"));
    static final ReturnId RETURN = new ReturnId(Uuid7.named(NOON, "return"));
    static final ReservationId CART = new ReservationId(Uuid7.named(NOON, "cart"));
    static final CustomerId CUSTOMER = new CustomerId("C-1");

    final Api api;
    final JdbcTemplate database;
    private final JdbcTemplate owner;
    final EventJson json = new EventJson(EventCatalogue.CURRENT);
    long position;

    FollowedLedgerTest(Api api, JdbcTemplate database, TestDatabase server) {
        this.api = api;
        this.database = database;
        this.owner = new JdbcTemplate(server.owner());
    }

    @Test
    void aTeapotIsDeliveredHeldSoldAndBroughtBackAndEveryViewAgrees() {
        record(location(), product());
        record(new GoodsReceived(SHELF, Quantity.of(10), "PO-1", NOON));
        record(new StockHeld(SHELF, CART, WEB, Quantity.of(2), NOON.plusSeconds(60), NOON));
        record(new GoodsSold(SHELF, SALE, WEB, Quantity.of(3), List.of(), NOON), sale());
        record(new GoodsReturned(SHELF, RETURN, Condition.SELLABLE, Quantity.of(1), NOON), goodsBack());

        assertThat(read("/v1/availability/TEAPOT").at("/availableToSell").asString())
                .isEqualTo("6");
        assertThat(api.all("/v1/stock/movements?sku=TEAPOT"))
                .extracting(movement -> movement.at("/after/sellable").asString()
                        + " "
                        + movement.at("/after/reserved").asString())
                .containsExactly("10 0", "10 2", "7 2", "8 2");
        assertThat(read("/v1/sales/" + SALE).at("/lines/0/returnable").asString())
                .isEqualTo("2");
        assertThat(read("/v1/sales/" + SALE).at("/tenders/0/refundedMinor").asLong())
                .isEqualTo(1230);
        var figure = read("/v1/analysis/sales?by=month").at("/items/0");
        assertThat(figure.get("grossMinor").asLong()).isEqualTo(3000);
        assertThat(figure.get("netMinor").asLong()).isEqualTo(2000);
        assertThat(api.all(figure.get("positions").asString()))
                .extracting(entry -> entry.get("amountMinor").asLong())
                .containsExactly(3000L, -1000L);
        assertThat(api.all("/v1/history/events?sku=TEAPOT&location=LISBON")).hasSize(6);
        assertThat(read("/v1/history/commands/shop/k-1").at("/events/0/name").asString())
                .isEqualTo("location.LocationRegistered");
        assertThat(api.get("/").text()).contains("Took back 1 line at LISBON, refunded 12.30 EUR");
    }

    /** A posting: its events and, last, the record of its command. */
    void record(LedgerEvent... events) {
        var client = new ClientId("shop");
        var key = "k-" + (position + 1);
        for (var event : events) append(event, CommandRecorded.streamOf(client, key));
        append(
                new CommandRecorded(
                        client,
                        key,
                        "test.Record",
                        "0".repeat(64),
                        CommandRecorded.Outcome.ACCEPTED,
                        events.length,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NOON),
                CommandRecorded.streamOf(client, key));
    }

    void append(LedgerEvent event, String command) {
        var name = EventCatalogue.CURRENT.entry(event.getClass()).name();
        long sequence = database.queryForObject(
                "select count(*) from ledger.event where stream = ?", Long.class, event.stream());
        var stored = new StoredEvent(
                "ana", null, command, event, null, Uuid7.random(), name, NOON, 1, sequence, event.stream());
        owner.update(
                "insert into ledger.event values (?, ?, ?, ?, ?, ?)",
                ++position,
                event.stream(),
                sequence,
                name,
                Seed.time(NOON),
                json.write(stored));
        owner.update("update ledger.head set position = ?", position);
    }

    /** Reads what was just written, without knowing when it will be there. */
    Api.Answer read(String path) {
        var answer = api.get(path + (path.contains("?") ? "&" : "?") + "min-position=" + position);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.position()).isEqualTo(position);
        return answer;
    }

    static LedgerEvent location() {
        return new LocationRegistered(
                LISBON,
                "Lisbon",
                PORTUGAL,
                ZoneId.of("Europe/Lisbon"),
                LocalTime.MIDNIGHT,
                EUR,
                1,
                ReturnPolicy.DEFAULT,
                null,
                NOON);
    }

    static LedgerEvent product() {
        return new ProductRegistered(TEAPOT, "A teapot", ProductEvent.Kind.GOODS, "EA", 0, List.of(), NOON);
    }

    static LedgerEvent sale() {
        var price = UnitPrice.of("10");
        var taxes = List.of(new Tax("VAT-STANDARD", 230_000, 3000, 690));
        return new SaleRecorded(
                SALE,
                LISBON,
                WEB,
                PORTUGAL,
                MARCH_1,
                "R-1",
                CUSTOMER,
                EUR,
                TaxMode.EXCLUSIVE_PER_LINE,
                Handover.SHIPMENT,
                List.of(new SaleLine(1, TEAPOT, LISBON, null, Quantity.of(3), null, price, 0, 0, 3000, 690, taxes)),
                0,
                3690,
                List.of(new Tender(1, TenderType.CARD, 3690, "token", "4242")),
                0,
                0,
                1,
                MARCH_1.plusDays(30),
                NOON);
    }

    static LedgerEvent goodsBack() {
        return new ReturnRecorded(
                RETURN,
                SALE,
                LISBON,
                WEB,
                PORTUGAL,
                MARCH_1,
                null,
                CUSTOMER,
                EUR,
                List.of(new ReturnLine(
                        1,
                        1,
                        TEAPOT,
                        LISBON,
                        Quantity.of(1),
                        UnitPrice.of("10"),
                        null,
                        1000,
                        230,
                        Disposition.RESTOCK,
                        "too small")),
                0,
                List.of(new Refund(1, TenderType.CARD, 1230, "token")),
                0,
                null,
                NOON);
    }
}
