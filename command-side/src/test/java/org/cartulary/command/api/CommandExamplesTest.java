package org.cartulary.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.access.AccessCommand.RecordDenial;
import org.cartulary.command.api.CommandEndpoints.Endpoint;
import org.cartulary.command.catalogue.CommandCatalogue;
import org.cartulary.command.loyalty.LoyaltyCommand.ReviewLoyaltyAccount;
import org.cartulary.command.reservation.ReservationCommand.ExpireReservation;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.command.storedvalue.StoredValueCommand.ExpireStoredValue;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** What the documentation says of commands is what the ledger does: examples, and which members may be left out. */
class CommandExamplesTest {

    private static final RequestBodies BODIES = new RequestBodies(new CardCodes(new byte[CardCodes.KEY_LENGTH]));

    static final List<Endpoint> ENDPOINTS = CommandEndpoints.ALL;

    @Test
    void everyCommandHasAnEndpointButTheSweepersOwn() {
        var sent = new ArrayList<String>(List.of(
                CommandCatalogue.name(ExpireReservation.class),
                CommandCatalogue.name(ReviewLoyaltyAccount.class),
                CommandCatalogue.name(ExpireStoredValue.class),
                CommandCatalogue.name(RecordDenial.class)));
        for (var endpoint : ENDPOINTS) sent.add(endpoint.name());

        assertThat(CommandCatalogue.names()).containsExactlyInAnyOrderElementsOf(sent);
    }

    @ParameterizedTest
    @FieldSource("ENDPOINTS")
    void aMemberMayBeLeftOutIfAndOnlyIfItsRecordSaysSo(Endpoint endpoint) {
        leaveOutEach(endpoint, endpoint.command(), (ObjectNode) CanonicalJson.MAPPER.readTree(endpoint.example()), "");
    }

    private static void leaveOutEach(Endpoint endpoint, Class<?> type, ObjectNode whole, String within) {
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            var place = within.isEmpty() ? whole : (ObjectNode) whole.at(within);
            if (!place.has(name)) continue;
            var left = place.remove(name);
            if (component.isAnnotationPresent(MayBeAbsent.class)
                    || !component.getType().isPrimitive())
                assertThat(isRead(endpoint, whole))
                        .as("%s without %s/%s", endpoint.name(), within, name)
                        .isEqualTo(component.isAnnotationPresent(MayBeAbsent.class));
            place.set(name, left);
            var element = elementOf(component.getGenericType());
            if (isOurs(element) && left.isArray()) leaveOutEach(endpoint, element, whole, within + "/" + name + "/0");
        }
    }

    private static boolean isRead(Endpoint endpoint, ObjectNode body) {
        try {
            return BODIES.command(new RequestBodies.Item(endpoint.name(), "key", body)) != null;
        } catch (JacksonException refused) {
            return false;
        }
    }

    private static Class<?> elementOf(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getPackageName().startsWith("org.cartulary.command");
    }
}
