package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Sku;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowParserTest {

    @Test
    void aStockCodeIsOneProductInWhicheverCaseItIsWritten() {
        assertThat(row("700001,90001a,6,2010-12-03 09:10:00,2.55,,EIRE").sku()).isEqualTo(Sku.of("90001A"));
    }

    @Test
    void aCustomerIsKnownByItsNumberAlone() {
        assertThat(row("700001,90001,6,2010-12-03 09:10:00,2.55,10001.0,EIRE").customer())
                .isEqualTo(CustomerId.of("10001"));
        assertThat(row("700001,90001,6,2010-12-03 09:10:00,2.55,,EIRE").customer())
                .isNull();
    }

    @Test
    void aTimeMayBeWrittenAsTheSpreadsheetWritesIt() {
        assertThat(row("700001,90001,6,12/3/2010 9:10,2.55,,EIRE").at())
                .isEqualTo(LocalDateTime.parse("2010-12-03T09:10:00"));
    }

    @ParameterizedTest
    @CsvSource({"EIRE,IE", "RSA,ZA", "USA,US", "Channel Islands,XC", "European Community,XE", "Unspecified,ZZ"})
    void aNameThatIsNoCountryOfTheStandardHasACodeAllTheSame(String name, String code) {
        assertThat(row("700001,90001,6,2010-12-03 09:10:00,2.55,," + name).country())
                .isEqualTo(Country.of(code));
    }

    @ParameterizedTest
    @CsvSource({"6,0.001,1", "5,0.001,1", "4,0.001,0", "1500,0.001,150", "12,0.85,1020", "1,0.285,29"})
    void anAmountIsRoundedHalfUpOnce(long quantity, String price, long pence) {
        var row = row("700001,90001," + quantity + ",2010-12-03 09:10:00," + price + ",,EIRE");
        assertThat(row.amountMinor()).isEqualTo(pence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7x|90001|6|2.55|EIRE|invoice number",
                "700001|!|6|2.55|EIRE|SKU",
                "700001|90001|six|2.55|EIRE|whole number",
                "700001|90001|0|2.55|EIRE|not zero",
                "700001|90001|6|-2.55|EIRE|not negative",
                "700001|90001|6|2.55|Atlantis|Atlantis",
                "700001|90001|-6|2.55|EIRE|outside a cancellation is free",
                "C700001|90001|6|2.55|EIRE|negative quantity",
                "A700001|B|1|0.0|EIRE|has an amount"
            })
    void aRowWithoutSenseIsRefusedInWords(
            String invoice, String code, String quantity, String price, String country, String reason) {
        assertThatThrownBy(
                        () -> row(String.join(",", invoice, code, quantity, "2010-12-03 09:10:00", price, "", country)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aRowHasEightFields() {
        assertThatThrownBy(() -> RowParser.parse(2, List.of("700001", "90001")))
                .hasMessage("a row has 8 fields, this one has 2");
    }

    private static Row row(String fields) {
        return Rows.of(fields).getFirst();
    }
}
