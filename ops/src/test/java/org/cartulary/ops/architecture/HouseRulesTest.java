package org.cartulary.ops.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the style guide's rules of structure, and proves of each rule that it can be broken. */
class HouseRulesTest {
    private static final String HOUSE = "org.cartulary";
    private static final String SAMPLES = HouseRulesTest.class.getPackageName() + ".sample";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(HOUSE);

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(HouseRule rule) {
        EvaluationResult result =
                rule.below().apply(HOUSE).allowEmptyShould(true).evaluate(CLASSES);
        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSampleBreaksTheRule(HouseRule rule) {
        var sample = new ClassFileImporter().importClasses(rule.samples());
        var result = rule.below().apply(SAMPLES).allowEmptyShould(true).evaluate(sample);
        assertThat(result.getFailureReport().getDetails()).isNotEmpty();
    }

    /** A rule about no class is kept by any house. */
    @Test
    void allFiveModulesAreLookedAt() {
        assertThat(Stream.of("events", "command", "projection", "query", "ops"))
                .allMatch(module ->
                        CLASSES.stream().anyMatch(type -> type.getPackageName().startsWith(HOUSE + "." + module)));
    }

    static Stream<HouseRule> rules() {
        return Stream.of(ModuleRules.ALL, PurityRules.ALL, HabitRules.ALL).flatMap(List::stream);
    }
}
