package org.cartulary.query.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every event that there is can be told in one line, also with all that is optional left out. */
class EventSentenceTest {

    static final EventJson JSON = new EventJson(EventCatalogue.CURRENT);

    @ParameterizedTest
    @MethodSource("approvedSamples")
    void everyEventIsToldInWordsThatPeopleRead(Resource sample) throws IOException {
        var event = JSON.read(sample.getContentAsByteArray()).data();

        assertThat(EventSentence.of(event))
                .isNotBlank()
                .isNotEqualTo(event.stream())
                .doesNotContain("null")
                .doesNotContain("\n");
    }

    static Stream<Resource> approvedSamples() throws IOException {
        var samples = new PathMatchingResourcePatternResolver().getResources("classpath*:approved/*.json");
        assertThat(samples).hasSizeGreaterThan(27);
        return Arrays.stream(samples);
    }
}
