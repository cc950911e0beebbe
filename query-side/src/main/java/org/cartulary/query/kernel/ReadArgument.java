package org.cartulary.query.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the {@link Read} of a request out of the parameters that all reads share. */
final class ReadArgument implements HandlerMethodArgumentResolver {

    /** What says how much of a list is read, and not which list. */
    private static final Set<String> NOT_IN_CURSOR = Set.of(Positioned.MIN_POSITION, Paged.CURSOR, Paged.LIMIT);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Read.class;
    }

    @Override
    public Read resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        OutOfSight.refuse(asked, Sight.of(asked), parameter);
        return read(asked);
    }

    /** @throws Refused if a parameter is malformed, or names what the caller does not see */
    static Read read(HttpServletRequest request) {
        var sight = Sight.of(request);
        OutOfSight.refuse(request, sight);
        var query = query(request);
        var cursor = request.getParameter(Paged.CURSOR);
        return new Read(
                number(request, Positioned.MIN_POSITION, 0, 0, Long.MAX_VALUE),
                (int) number(request, Paged.LIMIT, Read.DEFAULT_LIMIT, 1, Read.MOST),
                cursor == null ? null : Cursor.decode(cursor, query),
                number(request, Journal.AFTER, 0, 0, Long.MAX_VALUE),
                newestFirst(request),
                query,
                sight);
    }

    private static boolean newestFirst(HttpServletRequest request) {
        var order = request.getParameter(Journal.ORDER);
        if (order == null || order.equals("asc")) return false;
        if (order.equals("desc")) return true;
        throw Refused.invalid(Journal.ORDER, "is asc or desc");
    }

    private static long number(HttpServletRequest request, String name, long otherwise, long least, long most) {
        var text = request.getParameter(name);
        if (text == null) return otherwise;
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) return value;
        } catch (NumberFormatException noNumber) {
            // The answer is the same as for one out of range.
        }
        throw Refused.invalid(
                name,
                most == Long.MAX_VALUE ? "is a number from " + least : "is a number from " + least + " to " + most);
    }

    private static String query(HttpServletRequest request) {
        if (request.getQueryString() == null) return request.getRequestURI() + "?";
        return new TreeMap<>(request.getParameterMap())
                .entrySet().stream()
                        .filter(parameter -> !NOT_IN_CURSOR.contains(parameter.getKey()))
                        .map(parameter -> parameter.getKey() + "=" + Arrays.toString(parameter.getValue()))
                        .collect(Collectors.joining("&", request.getRequestURI() + "?", ""));
    }
}
