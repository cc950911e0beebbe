package org.cartulary.ops.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cartulary.ops.architecture.sample.command.ClockedState;
import org.cartulary.ops.architecture.sample.command.FrameworkState;
import org.cartulary.ops.architecture.sample.command.RandomState;
import org.cartulary.ops.architecture.sample.events.FactOfAFramework;
import org.cartulary.ops.architecture.sample.events.stock.OpenEvent;
import org.cartulary.ops.architecture.sample.events.stock.UnrecordedEvent;

/** What facts and decisions keep clear of, so that the same past always means the same. */
final class PurityRules {
    static final List<HouseRule> ALL = List.of(
            new HouseRule(
                    "facts are free of Axon and Spring",
                    below -> noClasses()
                            .that()
                            .resideInAPackage(below + ".events..")
                            .should()
                            .dependOnClassesThat(ofAFramework()),
                    FactOfAFramework.class),
            new HouseRule(
                    "states are free of Axon and Spring",
                    below -> noClasses().that(areStates(below)).should().dependOnClassesThat(ofAFramework()),
                    FrameworkState.class),
            new HouseRule("states read no clock", PurityRules::statesDrawNothing, ClockedState.class),
            new HouseRule("states draw nothing at random", PurityRules::statesDrawNothing, RandomState.class),
            new HouseRule(
                    "families of events are sealed",
                    below -> classes().that(areFamilies(below)).should(be("sealed", Class::isSealed)),
                    OpenEvent.class),
            new HouseRule(
                    "events are records",
                    below -> classes()
                            .that()
                            .areAssignableTo(areFamilies(below))
                            .and()
                            .areNotInterfaces()
                            .should(be("records", Class::isRecord)),
                    UnrecordedEvent.class,
                    UnrecordedEvent.SomethingHappened.class));

    private static final Set<String> CLOCKS_AND_RANDOM = Set.of(
            "java.time.Clock",
            "java.util.Random",
            "java.security.SecureRandom",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom");

    private PurityRules() {}

    private static ArchRule statesDrawNothing(String below) {
        return noClasses()
                .that(areStates(below))
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("the target is a clock or random", PurityRules::isClockOrRandom));
    }

    private static boolean isClockOrRandom(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getName();
        return CLOCKS_AND_RANDOM.contains(owner)
                || owner.startsWith("java.time.") && name.equals("now")
                || owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
                || owner.equals("java.util.UUID") && name.equals("randomUUID")
                || owner.equals("java.lang.Math") && name.equals("random");
    }

    private static DescribedPredicate<JavaClass> areStates(String below) {
        return in(below + ".command").and(simpleNameEndingWith("State"));
    }

    /** Each capability has one; what they share is an interface above them, which can't name them all. */
    private static DescribedPredicate<JavaClass> areFamilies(String below) {
        return in(below + ".events.*").and(simpleNameEndingWith("Event")).and(JavaClass.Predicates.INTERFACES);
    }

    private static DescribedPredicate<JavaClass> in(String name) {
        return JavaClass.Predicates.resideInAPackage(name + "..");
    }

    private static DescribedPredicate<JavaClass> ofAFramework() {
        var annotation = DescribedPredicate.<JavaClass>describe(
                "other than @Revision", type -> !type.getName().equals("org.axonframework.serialization.Revision"));
        return JavaClass.Predicates.resideInAnyPackage("org.axonframework..", "org.springframework..")
                .and(annotation);
    }

    private static ArchCondition<JavaClass> be(String adjective, Predicate<Class<?>> predicate) {
        return new ArchCondition<>("be " + adjective) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var message = type.getName() + " is not " + adjective;
                events.add(new SimpleConditionEvent(type, predicate.test(type.reflect()), message));
            }
        };
    }
}
