package org.cartulary.command.access;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.cartulary.command.access.AccessCommand.GiveGrant;
import org.cartulary.command.access.AccessCommand.WithdrawGrant;
import org.cartulary.events.Shape;
import org.cartulary.events.access.Grant;
import org.cartulary.events.access.GrantEvent;
import org.cartulary.events.access.GrantEvent.GrantGiven;
import org.cartulary.events.access.GrantEvent.GrantWithdrawn;
import org.cartulary.events.access.Permission;
import org.cartulary.events.kernel.ClientId;

/**
 * What a client may do. One grant must give the permission, hold in all locations and for all channels, and reach far enough: parts of
 * several are not put together, so that each permission can be read in one place.
 */
@Revision("1")
public record ClientState(List<Grant> grants) {

    public static final ClientState NONE = new ClientState(List.of());

    public ClientState {
        grants = Shape.listOf(grants);
    }

    /**
     * @param now by the ledger's clock
     * @throws CommandRejected with the first of {@link AccessRejection} that keeps the client from it
     */
    public void requireGranted(Permission permission, Reach reach, Instant now) {
        granted(permission, reach, now);
    }

    /** As {@link #requireGranted}, and that one of those grants reaches as far as this. */
    public void requireWithin(Permission permission, Reach reach, Extent extent, Instant now) {
        var found = granted(permission, reach, now);
        require(
                found.stream().anyMatch(grant -> extent.isWithin(grant.limitsOrNone())),
                AccessRejection.LIMIT_EXCEEDED,
                "more than this client may do alone: " + extent.words());
    }

    private List<Grant> granted(Permission permission, Reach reach, Instant now) {
        var giving = narrowed(
                grants,
                grant -> grant.gives(permission, now),
                AccessRejection.PERMISSION_MISSING,
                "no grant gives " + permission);
        var there = narrowed(
                giving,
                reach::isCoveredByLocationsOf,
                AccessRejection.LOCATION_NOT_GRANTED,
                permission + " is not granted for all of the locations");
        return narrowed(
                there,
                reach::isCoveredByChannelsOf,
                AccessRejection.CHANNEL_NOT_GRANTED,
                permission + " is not granted for the channel");
    }

    private static List<Grant> narrowed(
            List<Grant> grants, Predicate<Grant> condition, AccessRejection otherwise, String detail) {
        var left = grants.stream().filter(condition).toList();
        require(!left.isEmpty(), otherwise, detail);
        return left;
    }

    /**
     * @param by who gives it; null for the ledger itself
     * @throws CommandRejected with an {@link AccessRejection}
     */
    List<GrantEvent> decide(GiveGrant c, ClientId by) {
        require(!c.client().equals(by), AccessRejection.GRANT_TO_ONESELF, "another client has to give it");
        require(
                grants.stream()
                        .noneMatch(grant -> grant.grant().equals(c.grant().grant())),
                AccessRejection.GRANT_ALREADY_GIVEN,
                c.grant().grant().toString());
        return List.of(new GrantGiven(c.client(), c.grant(), c.reason(), c.occurredAt()));
    }

    /** @throws CommandRejected with an {@link AccessRejection} */
    List<GrantEvent> decide(WithdrawGrant c) {
        require(
                grants.stream().anyMatch(grant -> grant.grant().equals(c.grant())),
                AccessRejection.GRANT_UNKNOWN,
                "the client has no such grant");
        return List.of(new GrantWithdrawn(c.client(), c.grant(), c.reason(), c.occurredAt()));
    }

    public ClientState evolve(GrantEvent event) {
        return switch (event) {
            case GrantGiven e ->
                new ClientState(
                        Stream.concat(grants.stream(), Stream.of(e.grant())).toList());
            case GrantWithdrawn e ->
                new ClientState(grants.stream()
                        .filter(grant -> !grant.grant().equals(e.grant()))
                        .toList());
        };
    }
}
