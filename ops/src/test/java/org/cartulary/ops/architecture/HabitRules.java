package org.cartulary.ops.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Statement;
import java.util.List;
import org.cartulary.ops.architecture.sample.ops.ReportPrinter;
import org.cartulary.ops.architecture.sample.ops.StockManager;
import org.cartulary.ops.architecture.sample.ops.WordyLog;
import org.cartulary.ops.architecture.sample.query.TextStatement;

/** Habits of every module. */
final class HabitRules {
    static final List<HouseRule> ALL = List.of(
            new HouseRule("a class is named for what it does", HabitRules::saysWhatItDoes, StockManager.class),
            new HouseRule(
                    "only commands print",
                    below -> noClasses()
                            .that()
                            .resideOutsideOfPackages(below + ".ops.cli..", below + ".ops.bench..")
                            .should()
                            .accessField(System.class, "out")
                            .orShould()
                            .accessField(System.class, "err"),
                    ReportPrinter.class),
            new HouseRule(
                    "logs go through SLF4J",
                    below -> noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."),
                    WordyLog.class),
            new HouseRule("a statement of SQL has parameters", HabitRules::hasParameters, TextStatement.class));

    private HabitRules() {}

    private static ArchRule saysWhatItDoes(String below) {
        return noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper|Data|Info)");
    }

    /** The kernels and the engine set up sessions and schemas with statements that know no parameters. */
    private static ArchRule hasParameters(String below) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        below + ".command.engine..", below + ".projection.kernel..", below + ".ops.bench..")
                .should()
                .callMethodWhere(target(nameStartingWith("execute").or(nameStartingWith("addBatch")))
                        .and(target(owner(JavaClass.Predicates.assignableTo(Statement.class))))
                        .and(target(rawParameterTypes(String.class))));
    }
}
