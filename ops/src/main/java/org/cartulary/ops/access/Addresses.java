package org.cartulary.ops.access;

import static org.cartulary.events.access.Permission.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cartulary.command.access.Permissions;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.events.access.Grant;
import org.cartulary.events.access.Permission;

/** What each address asks for. The first that fits counts. At what is not in here, there is nothing. */
final class Addresses {

    private static final String GET = "GET";
    private static final String POST = "POST";

    /**
     * @param path as the API describes it; one that ends in {@code /**} holds whatever stands below, and itself
     * @param permissions of which one is asked for; none where every client may
     */
    record Address(String method, String path, Set<Permission> permissions) {

        Address(String method, String path, Permission permission) {
            this(method, path, Set.of(permission));
        }

        private static final String BELOW = "/**";

        boolean fits(String asked, String at) {
            if (!method.equals(asked) && !(method.equals(GET) && asked.equals("HEAD"))) return false;
            if (!path.endsWith(BELOW)) return path.equals(at);
            var root = path.substring(0, path.length() - BELOW.length());
            return at.startsWith(root) && (at.length() == root.length() || at.charAt(root.length()) == '/');
        }

        boolean asksForNothing() {
            return permissions.isEmpty();
        }

        /** @param now by the ledger's clock */
        boolean isGivenBy(Grant grant, Instant now) {
            return permissions.stream().anyMatch(permission -> grant.gives(permission, now));
        }

        /** The one that is asked for; null where it is one of several. */
        Permission permission() {
            return permissions.size() == 1 ? permissions.iterator().next() : null;
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
            new Address(GET, "/v1/feed", SEE_HISTORY),
            new Address(GET, "/v1/projections/**", SEE_OPERATIONS),
            new Address(POST, "/v1/projections/**", OPERATE),
            new Address(GET, "/actuator/**", SEE_OPERATIONS),
            new Address(GET, "/bench/no-op", Set.of()),
            new Address(GET, "/docs/**", Set.of()),
            new Address(GET, "/problems", Set.of()),
            new Address(GET, "/v3/api-docs/**", Set.of()),
            new Address(GET, "/swagger-ui/**", Set.of()),
            new Address(GET, "/webjars/**", Set.of()),
            new Address(GET, "/", SEE_FIGURES));

    /** Where commands are sent: by its permission each, and many at once by any of them. */
    static final List<Address> COMMANDS = Stream.concat(
                    CommandEndpoints.ALL.stream()
                            .map(endpoint -> new Address(POST, endpoint.path(), Permissions.of(endpoint.command()))),
                    Stream.of(new Address(POST, CommandEndpoints.BULK, Permissions.all())))
            .toList();

    private Addresses() {}

    static Optional<Address> of(String method, String path) {
        return ALL.stream().filter(address -> address.fits(method, path)).findFirst();
    }
}
