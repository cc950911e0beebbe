package org.cartulary.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;

import java.util.List;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.events.access.Limits;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.sale.Discount;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has a limit is read off what was decided. */
class ExtentTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static TestLedger shop;

    @BeforeAll
    static void opens() {
        shop = new TestLedger(database.dataSource());
        Examples.open(shop);
        shop.accepted(receive(lisbon(TEAPOT), units(100)));
    }

    @AfterAll
    static void closes() {
        shop.close();
    }

    @Test
    void aRefundIsWhatGoesBack() {
        var sale = new SaleId(Uuid7.random());
        shop.accepted(Basket.of(TEAPOT, 2, "20").with(sale).sale());

        var extent = of(returned(sale, null));

        assertThat(extent.isWithin(refund(2000, "EUR"))).isTrue();
        assertThat(extent.isWithin(refund(2000, null))).isTrue();
        assertThat(extent.isWithin(refund(1999, "EUR"))).isFalse();
        assertThat(extent.isWithin(refund(2000, "USD"))).isFalse();
        assertThat(extent.isWithin(Limits.NONE)).isFalse();
        assertThat(extent.words()).contains("a refund of 2000");
    }

    @Test
    void aWaivedRuleOfReturnsIsAPolicyOverride() {
        var sale = new SaleId(Uuid7.random());
        shop.accepted(Basket.of(TEAPOT, 2, "20").with(sale).sale());

        var extent = of(returned(sale, new PolicyOverride("a regular", "ana")));

        assertThat(extent.isWithin(refund(2000, "EUR"))).isFalse();
        assertThat(extent.isWithin(Limits.ALL)).isTrue();
    }

    @Test
    void aDiscountThatAPromotionExplainsIsNobodysOwn() {
        var extent = of(discounted()
                .because(new Discount(Discount.Kind.PROMOTION, 300, "P-1"))
                .sale());

        assertThat(extent.isWithin(Limits.NONE)).isTrue();
    }

    @Test
    void aMarkdownIsAPriceOverrideAndADiscountOfItsSender() {
        var extent = of(discounted()
                .because(new Discount(Discount.Kind.MARKDOWN, 300, null))
                .sale());

        assertThat(extent.isWithin(new Limits(EUR, null, 300L, null, null, true, null, null)))
                .isTrue();
        assertThat(extent.isWithin(new Limits(EUR, null, 299L, null, null, true, null, null)))
                .isFalse();
        assertThat(extent.isWithin(new Limits(EUR, null, 300L, null, null, null, null, null)))
                .isFalse();
    }

    @Test
    void aPlainSaleHasNoLimit() {
        assertThat(of(Basket.of(TEAPOT, 1, "20").sale()).isWithin(Limits.NONE)).isTrue();
    }

    private static Basket discounted() {
        return new Basket().line(TEAPOT, null, units(1), "20", 300, 0, null);
    }

    private static Extent of(Command command) {
        return Extent.of(shop.factsOf(shop.accepted(command)));
    }

    private static RecordReturn returned(SaleId sale, PolicyOverride override) {
        return new RecordReturn(
                new ReturnId(Uuid7.random()),
                sale,
                LISBON,
                TILL,
                null,
                List.of(new RecordReturn.Line(1, 1, units(1), null, false, "unwanted")),
                0,
                override,
                null,
                null,
                NOON);
    }

    private static Limits refund(long minor, String currency) {
        var in = currency == null ? null : CurrencyCode.of(currency);
        return new Limits(in, minor, null, null, null, null, null, null);
    }
}
