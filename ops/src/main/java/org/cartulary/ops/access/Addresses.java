package org.cartulary.ops.access;

import static org.cartulary.events.access.Permission.*;

import java.util.List;
import java.util.Optional;
import org.cartulary.events.access.Permission;

/**
 * What each address asks for, where no command is sent to it: of those the ledger decides itself. The first that fits counts. What is not
 * in here, nobody may ask for.
 */
final class Addresses {

    private static final String GET = "GET";
    private static final String POST = "POST";

    /**
     * @param path as the API describes it; one that ends in {@code /**} holds whatever stands below, and itself
     * @param permission null where every client may
     */
    record Address(String method, String path, Permission permission) {

        private static final String BELOW = "/**";

        boolean fits(String asked, String at) {
            if (!method.equals(asked) && !(method.equals(GET) && asked.equals("HEAD"))) return false;
            if (!path.endsWith(BELOW)) return path.equals(at);
            var root = path.substring(0, path.length() - BELOW.length());
            return at.startsWith(root) && (at.length() == root.length() || at.charAt(root.length()) == '/');
        }

        String words() {
            return method + " " + path;
        }
    }

    static final List<Address> ALL = List.of(
            new Address(GET, "/v1/availability/**", SEE_STOCK),
            new Address(GET, "/v1/stock/**", SEE_STOCK),
            new Address(GET, "/v1/locations/**", SEE_STOCK),
            new Address(GET, "/v1/products/**", SEE_STOCK),
            new Address(GET, "/v1/gtins/**", SEE_STOCK),
            new Address(GET, "/v1/reservations/**", SEE_STOCK),
            new Address(GET, "/v1/transfers/**", SEE_STOCK),
            new Address(GET, "/v1/in-transit/**", SEE_STOCK),
            new Address(GET, "/v1/sales/**", SEE_TRADE),
            new Address(GET, "/v1/returns/**", SEE_TRADE),
            new Address(GET, "/v1/loyalty/programmes/**", SEE_TRADE),
            new Address(GET, "/v1/loyalty/liability/**", SEE_FIGURES),
            new Address(GET, "/v1/loyalty/**", SEE_CUSTOMERS),
            new Address(GET, "/v1/stored-value/liability", SEE_FIGURES),
            new Address(GET, "/v1/stored-value/**", SEE_CUSTOMERS),
            new Address(POST, "/v1/stored-value/lookups", SERVE_CUSTOMERS),
            new Address(GET, "/v1/analysis/**", SEE_FIGURES),
            new Address(GET, "/v1/history/**", SEE_HISTORY),
            new Address(GET, "/v1/projections/**", SEE_OPERATIONS),
            new Address(POST, "/v1/projections/**", OPERATE),
            new Address(GET, "/actuator/**", SEE_OPERATIONS),
            new Address(GET, "/bench/no-op", null),
            new Address(GET, "/docs/**", null),
            new Address(GET, "/v3/api-docs/**", null),
            new Address(GET, "/swagger-ui/**", null),
            new Address(GET, "/webjars/**", null),
            new Address(GET, "/", SEE_FIGURES));

    private Addresses() {}

    static Optional<Address> of(String method, String path) {
        return ALL.stream().filter(address -> address.fits(method, path)).findFirst();
    }
}
