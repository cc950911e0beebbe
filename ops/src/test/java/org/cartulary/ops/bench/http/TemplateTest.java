package org.cartulary.ops.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, String> SAMPLE = Map.of("a", "FIRST", "b", "SECOND", "c", "kept");

    @Test
    void wordsAreReplacedInWhateverOrderTheyStand() {
        var template = Template.of(SAMPLE, List.of("SECOND", "FIRST"));

        assertThat(template.with("2", "1")).isEqualTo("{\"a\":\"1\",\"b\":\"2\",\"c\":\"kept\"}");
    }

    @Test
    void aWordThatIsMissingIsNoticed() {
        assertThatThrownBy(() -> Template.of(SAMPLE, List.of("THIRD"))).hasMessageContaining("THIRD");
    }
}
