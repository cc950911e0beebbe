package org.cartulary.ops.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * A rule of the style guide, and the samples that break it.
 *
 * @param sentence the rule, in words
 * @param below the rule for the packages below this one: the house's own, or the samples'
 * @param samples classes that break the rule together
 */
record HouseRule(String sentence, Function<String, ArchRule> below, List<Class<?>> samples) {
    HouseRule(String sentence, Function<String, ArchRule> below, Class<?>... samples) {
        this(sentence, below, List.of(samples));
    }

    @Override
    public String toString() {
        return sentence;
    }
}
