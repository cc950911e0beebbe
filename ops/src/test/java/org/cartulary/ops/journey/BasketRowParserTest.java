package org.cartulary.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasketRowParserTest {

    @Test
    void amountsAreCentsAndTimesAreUtc() {
        var row = Samples.row("50000000001,700002,2,5.01,0.98,0.55,0.5");

        assertThat(List.of(row.salesMinor(), row.loyaltyMinor(), row.couponMinor(), row.matchMinor()))
                .containsExactly(501L, 98L, 55L, 50L);
        assertThat(row.listedMinor()).isEqualTo(649);
        assertThat(row.at()).isEqualTo("2017-01-28T19:06:53Z");
    }

    @Test
    void whatFloatingPointLeftBehindIsNothing() {
        assertThat(Samples.row("50000000001,700002,0,4.440892e-16,0,0,0").salesMinor())
                .isZero();
    }

    @Test
    void aBasketWrittenShortIsTheNumberItMeans() {
        assertThat(Samples.row("4.0128e+10,700002,1,1,0,0,0").basket()).isEqualTo("40128000000");
    }

    @Test
    void aRowWithoutUnitsAndMoneyIsNoGoods() {
        assertThat(Samples.row("1,2,0,0,0,1.4,0").isOfGoods()).isFalse();
        assertThat(Samples.row("1,2,0,0,0.86,0,0").isOfGoods()).isTrue();
        assertThat(Samples.row("1,2,1,0,0,0,0").isOfGoods()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b,700002,1,1,0,0,0",
                "4.00000000001e+10,700002,1,1,0,0,0",
                "1,,1,1,0,0,0",
                "1,2,-1,1,0,0,0",
                "1,2,1.5,1,0,0,0",
                "1,2,1,-1,0,0,0",
                "1,2,1,1,0.001,0,0",
                "1,2,1,1,0,NA,0",
                "1,2,1,1,0,0,1e+5",
                "1,2,1,1,0,0,0,0"
            })
    void whatMakesNoSenseIsRefused(String fields) {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.row(fields));
    }

    @ParameterizedTest
    @CsvSource({
        "COFFEE & TEA, COFFEE AND TEA",
        "BREAD/ROLLS, BREAD-ROLLS",
        "BOUQUET (NON ROSE), BOUQUET NON ROSE",
        "CHRISTMAS  SEASONAL, CHRISTMAS SEASONAL"
    })
    void aCategoryIsWrittenWithWhatAnIdMayHold(String category, String id) {
        assertThat(product(category, "").categoryId()).hasToString(id);
    }

    @Test
    void aProductIsNamedByItsTypeOrWhatElseIsKnown() {
        assertThat(product("TEA", "BLACK TEA").name()).isEqualTo("BLACK TEA, 8 OZ");
        assertThat(product("TEA", "").name()).isEqualTo("TEA, 8 OZ");
        assertThat(ProductRow.unknown("700050").name()).isEqualTo("Product 700050");
        assertThat(ProductRow.unknown("700050").categoryId()).isNull();
    }

    private static ProductRow product(String category, String type) {
        return ProductRow.parse(2, List.of("1", "2", "GROCERY", "National", category, type, "8 OZ"));
    }
}
