package org.cartulary.query.trade;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.query.Seed;
import org.cartulary.query.TestClock;

/** Facts of trade by chance, with the sums by day that follow from them. The same seed gives the same trade. */
final class TradeSeed {

    private static final List<String> CHANNELS = List.of("till", "web shop");
    private static final List<String> LOCATIONS = List.of("LISBON", "PORTO");
    private static final List<String> COUNTRIES = List.of("PT", "ES");
    private static final List<String> CURRENCIES = List.of("EUR", "JPY");
    private static final List<String> SKUS = List.of("CUP", "SAUCER", "TEAPOT");
    private static final List<String> KINDS = List.of("LOYALTY", "COUPON", "PROMOTION", "MARKDOWN");
    private static final LocalDate FIRST = LocalDate.parse("2026-02-20");
    private static final int DAYS = 15;

    private final Seed seed;
    private final Random random;
    private long position;

    TradeSeed(Seed seed, long number) {
        this.seed = seed;
        this.random = new Random(number);
    }

    void facts(int count) {
        for (int fact = 0; fact < count; fact++)
            switch (random.nextInt(10)) {
                case 0 -> adjustment();
                case 1, 2, 3 -> returned(id("return"), null);
                default -> sale(id("sale"), null);
            }
        sums();
        seed.progress(position);
    }

    String sale(String id, String receipt) {
        var where = places();
        var cashRounding = random.nextInt(5) - 2;
        position++;
        seed.database.update(
                "insert into trade.sale values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?, 'COUNTER', ?, ?)",
                id,
                position,
                receipt,
                where.location,
                where.channel,
                where.country,
                customer(position),
                where.currency,
                where.day,
                cashRounding,
                Seed.time(TestClock.NOON),
                Seed.time(TestClock.NOON));
        for (int line = 1; line <= 1 + random.nextInt(3); line++) saleLine(id, line, where);
        seed.database.update(
                "insert into trade.sale_tender values (?, 1, 'COUPON', ?, null, null), (?, 2, 'CARD', 5, null, null)",
                id,
                position % 3 * 40,
                id);
        return id;
    }

    /** Most are customers that are known. */
    private static String customer(long number) {
        return number % 5 == 4 ? null : "C-" + (1 + (number - 1) % 3);
    }

    private void saleLine(String id, int line, Places where) {
        seed.database.update(
                "insert into trade.sale_line values (?, ?, ?, ?, ?, ?, 2.55, 0, 0, ?, ?, ?, ?, ?, ?, ?)",
                id,
                line,
                position,
                any(SKUS),
                where.location,
                Seed.decimal("" + (1 + random.nextInt(9))),
                random.nextInt(10_000),
                random.nextInt(2_000),
                where.day,
                where.location,
                where.channel,
                where.country,
                where.currency);
        discount(id, line, 1, (int) (position % 4));
        if (position % 2 == 0) discount(id, line, 2, line % 4);
        if (position % 7 == 0) discount(id, line, 3, line % 4);
    }

    private void discount(String id, int line, int number, int kind) {
        seed.database.update(
                "insert into trade.sale_discount values (?, ?, ?, ?, ?, null)",
                id,
                line,
                number,
                KINDS.get(kind),
                position + number);
    }

    String returned(String id, String sale) {
        var where = places();
        position++;
        seed.database.update(
                "insert into trade.return values (?, ?, ?, null, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, false, null, ?, ?)",
                id,
                position,
                sale,
                where.location,
                where.channel,
                where.country,
                customer(position),
                where.currency,
                where.day,
                random.nextInt(3) * 50,
                random.nextInt(5) - 2,
                Seed.time(TestClock.NOON),
                Seed.time(TestClock.NOON));
        for (int line = 1; line <= 1 + random.nextInt(2); line++) returnLine(id, line, sale, where);
        return id;
    }

    private void returnLine(String id, int line, String sale, Places where) {
        seed.database.update(
                "insert into trade.return_line values (?, ?, ?, ?, ?, ?, 1, 2.55, ?, ?, 'RESTOCK', 'too small', ?, ?, ?,"
                        + " ?, ?)",
                id,
                line,
                position,
                sale,
                sale == null ? null : line,
                any(SKUS),
                random.nextInt(1_000),
                random.nextInt(200),
                where.day,
                where.location,
                where.channel,
                where.country,
                where.currency);
    }

    private void adjustment() {
        var where = places();
        position++;
        seed.database.update(
                "insert into trade.adjustment values (?, ?, ?, ?, ?, ?, 'FEE', ?, ?, null, 'a fee', ?)",
                id("adjustment"),
                position,
                where.location,
                where.channel,
                where.country,
                where.day,
                random.nextInt(2_000) - 1_000,
                where.currency,
                Seed.time(TestClock.NOON));
    }

    void sums() {
        seed.database.execute("""
                insert into trade.daily
                select business_day, channel, location, country, currency, sum(sales), sum(returns), sum(gross),
                       sum(returned), sum(tax), sum(fee), sum(rounding), sum(adjusted), sum(loyalty), sum(coupon),
                       sum(promotion), sum(markdown), sum(tenders)
                from (select business_day, channel, location, country, currency, 1 as sales, 0 as returns, 0 as gross,
                             0 as returned, 0 as tax, 0 as fee, cash_rounding_minor as rounding, 0 as adjusted,
                             0 as loyalty, 0 as coupon, 0 as promotion, 0 as markdown, 0 as tenders
                      from trade.sale
                      union all
                      select business_day, channel, location, country, currency, 0, 1, 0, 0, 0, restocking_fee_minor,
                             -cash_rounding_minor, 0, 0, 0, 0, 0, 0
                      from trade.return
                      union all
                      select business_day, channel, location, country, currency, 0, 0, net_minor, 0, tax_minor, 0, 0, 0,
                             0, 0, 0, 0, 0
                      from trade.sale_line
                      union all
                      select business_day, channel, location, country, currency, 0, 0, 0, net_minor, -tax_minor, 0, 0,
                             0, 0, 0, 0, 0, 0
                      from trade.return_line
                      union all
                      select business_day, channel, location, country, currency, 0, 0, 0, 0, 0, 0, 0, amount_minor, 0,
                             0, 0, 0, 0
                      from trade.adjustment
                      union all
                      select business_day, channel, location, country, currency, 0, 0, 0, 0, 0, 0, 0, 0,
                             case when kind = 'LOYALTY' then amount_minor else 0 end,
                             case when kind = 'COUPON' then amount_minor else 0 end,
                             case when kind = 'PROMOTION' then amount_minor else 0 end,
                             case when kind = 'MARKDOWN' then amount_minor else 0 end, 0
                      from trade.sale_line join trade.sale_discount using (sale, line)
                      union all
                      select business_day, channel, location, country, currency, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                             amount_minor
                      from trade.sale join trade.sale_tender using (sale) where type = 'COUPON') facts
                group by 1, 2, 3, 4, 5""");
        seed.database.execute("""
                insert into trade.daily_sku
                select business_day, channel, location, country, sku, currency, sum(sold), sum(returned), sum(gross),
                       sum(back), sum(tax), sum(loyalty), sum(coupon), sum(promotion), sum(markdown)
                from (select business_day, channel, location, country, sku, currency, quantity as sold, 0 as returned,
                             net_minor as gross, 0 as back, tax_minor as tax, 0 as loyalty, 0 as coupon,
                             0 as promotion, 0 as markdown
                      from trade.sale_line
                      union all
                      select business_day, channel, location, country, sku, currency, 0, quantity, 0, net_minor,
                             -tax_minor, 0, 0, 0, 0
                      from trade.return_line
                      union all
                      select business_day, channel, location, country, sku, currency, 0, 0, 0, 0, 0,
                             case when kind = 'LOYALTY' then amount_minor else 0 end,
                             case when kind = 'COUPON' then amount_minor else 0 end,
                             case when kind = 'PROMOTION' then amount_minor else 0 end,
                             case when kind = 'MARKDOWN' then amount_minor else 0 end
                      from trade.sale_line join trade.sale_discount using (sale, line)) lines
                group by 1, 2, 3, 4, 5, 6""");
    }

    private record Places(String channel, String location, String country, String currency, Date day) {}

    private Places places() {
        return new Places(
                any(CHANNELS),
                any(LOCATIONS),
                any(COUNTRIES),
                any(CURRENCIES),
                Seed.day(FIRST.plusDays(random.nextInt(DAYS))));
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    static String id(String name, long number) {
        return Uuid7.named(Instant.EPOCH.plusSeconds(number), name).toString();
    }

    private String id(String name) {
        return id(name, position);
    }
}
