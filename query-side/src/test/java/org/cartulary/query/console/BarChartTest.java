package org.cartulary.query.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.trade.DaySales;
import org.junit.jupiter.api.Test;

class BarChartTest {

    static final LocalDate SUNDAY = LocalDate.parse("2026-03-01");

    @Test
    void theTallestDayFillsTheCanvasAndTheOthersAreInProportion() {
        var chart = chart(day(0, 20_000, 0), day(1, 10_000, 5_000));

        assertThat(chart.bars()).extracting(BarChart.Bar::height).containsExactly(180L, 45L);
        assertThat(chart.bars()).extracting(BarChart.Bar::y).containsExactly(0L, 135L);
        assertThat(chart.bars().getLast().x()).isBetween(chart.width() - 90, chart.width());
    }

    @Test
    void aDayOnWhichMoreCameBackThanWasSoldHangsBelowTheBaseline() {
        var chart = chart(day(0, 10_000, 0), day(1, 0, 5_000));

        assertThat(chart.baseline()).isEqualTo(120);
        assertThat(chart.bars().getLast().y()).isEqualTo(120);
        assertThat(chart.bars().getLast().height()).isEqualTo(60);
    }

    @Test
    void whereNothingButReturnsHappenedTheBaselineIsOnTop() {
        assertThat(chart(day(0, 0, 700)).baseline()).isZero();
    }

    @Test
    void theLargestAmountsDoNotOverflow() {
        assertThat(chart(day(0, 10_000_000_000_000_000L, 0)).bars().getFirst().height())
                .isEqualTo(180);
        assertThat(chart(day(0, Long.MAX_VALUE, 0)).bars().getFirst().height()).isEqualTo(180);
    }

    static BarChart chart(DaySales... days) {
        return BarChart.of(List.of(days)).getFirst();
    }

    static DaySales day(int number, long gross, long returned) {
        return new DaySales(SUNDAY.plusDays(number), "EUR", BigInteger.valueOf(gross), BigInteger.valueOf(returned), 1);
    }
}
