package org.cartulary.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.cartulary.events.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name becomes part of a stream's name, so none may imitate another stream. */
class IdentitiesTest {

    static final String ID = "0198c0de-0000-7000-8000-000000000001";

    static Stream<Arguments> names() {
        return Stream.of(
                name(64, Sku::of),
                name(32, LocationId::of),
                name(32, ChannelId::of),
                name(64, ClientId::of),
                name(64, CustomerId::of),
                name(64, CompanyId::of),
                name(64, CategoryId::of),
                name(64, ProgrammeId::of));
    }

    static Stream<Arguments> ids() {
        return Stream.of(
                id(SaleId::of),
                id(ReturnId::of),
                id(ReservationId::of),
                id(TransferId::of),
                id(StoredValueId::of),
                id(AdjustmentId::of));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameHoldsLettersDigitsAndFourSigns(int longest, Function<String, Object> make) {
        for (var good : new String[] {"A", "7", "85123A", "a.b_c-d e", "x".repeat(longest)})
            assertThat(make.apply(good)).hasToString(good);
        for (var bad : new String[] {
            "",
            " A",
            ".",
            "-1",
            "_",
            "A/B",
            "A\\B",
            "A\nB",
            "A\u0000",
            "É",
            "A\u200B",
            "A%2F",
            "..",
            "x".repeat(longest + 1)
        }) assertThatThrownBy(() -> make.apply(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> make.apply(null)).hasMessageContaining("missing");
    }

    @ParameterizedTest
    @MethodSource({"names", "ids"})
    void inJsonItIsItsText(int longest, Function<String, Object> make) {
        var value = make.apply(longest > 0 ? "TEAPOT" : ID);

        assertThat(CanonicalJson.MAPPER.readValue(CanonicalJson.write(value), value.getClass()))
                .isEqualTo(value);
        assertThat(new String(CanonicalJson.write(value))).isEqualTo("\"" + value + "\"");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anIdIsAUuidOfVersionSeven(int none, Function<String, Object> make) {
        assertThat(make.apply(ID.toUpperCase())).hasToString(ID);
        for (var bad : new String[] {
            "",
            "1",
            "0198c0de-0000-4000-8000-000000000001", // version 4
            "0198c0de-0000-7000-c000-000000000001", // another variant
            "0198c0de00007000800000000000000100000",
            "1-1-7000-8000-1"
        }) assertThatThrownBy(() -> make.apply(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void caseMatters() {
        assertThat(Sku.of("85123a")).isNotEqualTo(Sku.of("85123A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pt", "PRT", "P1", "ÅÄ"})
    void aCountryHasTwoCapitalLetters(String code) {
        assertThatThrownBy(() -> Country.of(code)).hasMessageContaining("ISO 3166-1");
    }

    private static Arguments name(int longest, Function<String, Object> make) {
        return Arguments.of(longest, make);
    }

    private static Arguments id(Function<String, Object> make) {
        return Arguments.of(0, make);
    }
}
