package org.cartulary.query.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;

/**
 * Refuses what a caller may not even ask for. A place out of sight that a filter names is refused, whether or not there is
 * such a place: an empty list would say that nothing happened there.
 */
final class OutOfSight {

    /** Whoever asks by one of these knows a person, or finds out who it was. */
    private static final Set<String> PERSONAL =
            Set.of("customer", "owner", "account", "actor", "client", "key", "stream", "command");

    /** By what figures are told apart. */
    private static final Set<String> DIMENSIONS = Set.of("group", "of");

    private OutOfSight() {}

    /** @throws Refused if one of the parameters names what the caller does not see */
    static void refuse(HttpServletRequest request, Sight sight) {
        if (sight.isWhole()) return;
        refuse(request, "location", sight.locations());
        refuse(request, "channel", sight.channels());
        if (sight.personalData()) return;
        request.getParameterMap().forEach((name, values) -> {
            if (PERSONAL.contains(name) || DIMENSIONS.contains(name) && namesCustomers(values)) throw personal(name);
        });
    }

    /** @throws Refused if the caller may not use the endpoint whose parameter it is */
    static void refuse(HttpServletRequest request, Sight sight, MethodParameter endpoint) {
        if (sight.isWhole()) return;
        if (!sight.personalData() && endpoint.hasMethodAnnotation(Personal.class)) throw personal(null);
        var everywhere = endpoint.getMethodAnnotation(Everywhere.class);
        if (everywhere == null || sight.isEverywhere()) return;
        if (everywhere.unless().isEmpty() || request.getParameter(everywhere.unless()) == null) throw elsewhere();
    }

    private static void refuse(HttpServletRequest request, String name, Seen<?> seen) {
        var values = request.getParameterValues(name);
        if (values == null || Arrays.stream(values).allMatch(seen::holds)) return;
        throw new Refused(
                ReadProblem.NOT_IN_SIGHT,
                "You do not see this " + name + ".",
                List.of(new Refused.Violation(name, "is not in sight")),
                null);
    }

    private static boolean namesCustomers(String[] values) {
        return Stream.of(values).flatMap(value -> Stream.of(value.split(","))).anyMatch("customer"::equals);
    }

    private static Refused elsewhere() {
        return new Refused(
                ReadProblem.NOT_IN_SIGHT,
                "This tells of all locations and channels together, and you do not see all of them.");
    }

    /** @param parameter null where the read as a whole is about persons */
    private static Refused personal(String parameter) {
        return new Refused(
                ReadProblem.PERSONAL_DATA,
                "You see no personal data.",
                parameter == null ? List.of() : List.of(new Refused.Violation(parameter, "is about persons")),
                null);
    }
}
