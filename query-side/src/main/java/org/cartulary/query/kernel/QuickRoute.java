package org.cartulary.query.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * A read that need not go through Spring's dispatcher; its controller says the same, and describes it.
 *
 * @param address such as {@code /v1/availability/{sku}}; only the last step may be a variable
 * @param parameters which it knows
 * @param read makes the read of a request; an {@link IllegalArgumentException} leaves it to the controller to say what is
 *     wrong
 */
public record QuickRoute(
        String address,
        Set<String> parameters,
        BiFunction<HttpServletRequest, Read, Supplier<ResponseEntity<?>>> read) {

    boolean isAt(String path) {
        int variable = address.indexOf('{');
        if (variable < 0) return path.equals(address);
        return path.length() > variable
                && path.startsWith(address.substring(0, variable))
                && path.indexOf('/', variable) < 0;
    }

    boolean knows(String parameter) {
        return parameters.contains(parameter);
    }
}
