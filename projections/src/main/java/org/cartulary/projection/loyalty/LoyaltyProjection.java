package org.cartulary.projection.loyalty;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.util.List;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.ProgrammeEvent.ProgrammeTermsSet;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** Every programme with its dated terms, every account with its lots, its statement, and the programme's movements per day. */
public final class LoyaltyProjection implements Projection {

    private static final String TERMS = """
            insert into ${schema}.terms
                (programme, number, begins_on, zone, currency, worth_points, worth_minor, tier_days, terms, position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    @Override
    public String name() {
        return "loyalty";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean needs(String event) {
        return event.startsWith("loyalty.");
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var terms = new Rows(TEXT, INT, DATE, TEXT, TEXT, BIGINT, BIGINT, INT, TEXT, BIGINT);
        var accounts = new Accounts();
        var lots = new LotRows();
        var entries = new EntryRows();
        var days = new Days();
        accounts.read(batch, tables);
        for (var recorded : batch) {
            if (recorded.fact() instanceof ProgrammeTermsSet set) add(terms, set, recorded.position());
            if (recorded.fact() instanceof LoyaltyEvent event) {
                var after = accounts.apply(event, recorded.position());
                lots.apply(event, recorded);
                entries.apply(event, recorded, after);
                days.apply(event, recorded.position());
            }
        }
        tables.write(TERMS, terms);
        accounts.write(tables);
        lots.write(tables);
        entries.write(tables);
        days.write(tables);
    }

    private static void add(Rows terms, ProgrammeTermsSet set, long position) {
        terms.add(
                set.programme(),
                set.number(),
                set.from(),
                set.zone(),
                set.currency(),
                set.terms().redemption().points(),
                set.terms().redemption().worthMinor(),
                set.terms().tierDays(),
                CanonicalJson.MAPPER.writeValueAsString(set.terms()),
                position);
    }
}
