package org.cartulary.query.kernel;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a read does not know: a mistyped filter would otherwise answer a question that nobody
 * asked. The names known are those in the API's description.
 */
final class UnknownParameters implements HandlerInterceptor {

    private static final String OURS = "org.cartulary.query";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) refuseUnknown(request, method);
        return true;
    }

    private void refuseUnknown(HttpServletRequest request, HandlerMethod method) {
        var allowed = known.computeIfAbsent(method.getMethod(), key -> names(method));
        var unknown = new TreeSet<>(request.getParameterMap().keySet());
        unknown.removeAll(allowed);
        if (unknown.isEmpty()) return;
        var names = String.join(", ", unknown);
        var violations = unknown.stream()
                .map(name -> new Refused.Violation(name, "is not known here"))
                .toList();
        throw new Refused(
                ReadProblem.UNKNOWN_PARAMETER,
                "Not known here: " + names + ". Known are: " + String.join(", ", allowed) + ".",
                violations,
                null);
    }

    private static Set<String> names(HandlerMethod method) {
        var names = AnnotatedElementUtils.findMergedRepeatableAnnotations(method.getMethod(), Parameter.class).stream()
                .filter(parameter -> parameter.in() == ParameterIn.QUERY)
                .map(Parameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(filters(method));
        return names;
    }

    private static List<String> filters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> {
                    var declared =
                            parameter.getParameterAnnotation(RequestParam.class).name();
                    return declared.isEmpty() ? parameter.getParameter().getName() : declared;
                })
                .toList();
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith(OURS);
    }
}
