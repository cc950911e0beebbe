package org.cartulary.projection.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.catalogue.EventCatalogue.Entry;
import org.cartulary.events.kernel.CustomerId;
import org.junit.jupiter.api.Test;

/** Customers are opaque ids: no event and no table has room for anything that says who somebody is. */
class NoPersonalDataTest {

    private static final Pattern OF_PEOPLE = Pattern.compile(
            "(?i).*(e_?mail|phone|address|street|postal|zip_?code|birth|gender|surname|first_?name|last_?name|full_?name"
                    + "|passport|iban|latitude|longitude|card_?number|ip_?addr).*");

    /** A location, a product and a tier have names. A person is not among them. */
    private static final Set<String> NAMED = Set.of("LocationRegistered.name", "ProductRegistered.name", "Tier.name");

    @Test
    void noEventHasAMemberForIt() {
        var members = new TreeSet<String>();
        EventCatalogue.CURRENT.entries().stream()
                .map(Entry::type)
                .forEach(type -> collect(type, members, new HashSet<>()));

        assertThat(members)
                .hasSizeGreaterThan(200)
                .noneMatch(member -> OF_PEOPLE.matcher(member).matches());
        assertThat(members).filteredOn(member -> member.endsWith(".name")).isSubsetOf(withCommands(NAMED));
    }

    /** A command's name is its kind. */
    private static Set<String> withCommands(Set<String> names) {
        var all = new HashSet<>(names);
        all.addAll(Set.of("CommandApproved.name", "CommandRecorded.name"));
        return all;
    }

    private static void collect(Type type, Set<String> members, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType list) collect(list.getActualTypeArguments()[0], members, seen);
        if (!(type instanceof Class<?> owner) || !owner.isRecord() || !seen.add(owner)) return;
        for (var component : owner.getRecordComponents()) {
            members.add(owner.getSimpleName() + "." + component.getName());
            collect(component.getGenericType(), members, seen);
        }
    }

    @Test
    void noTableHasAColumnForIt() throws Exception {
        for (var projection : ProjectionConfiguration.all())
            try (var tables = projection.getClass().getResourceAsStream("tables.sql")) {
                var columns = new String(tables.readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("--.*", "")
                        .split("\\W+");
                assertThat(columns)
                        .as(projection.name())
                        .noneMatch(word -> OF_PEOPLE.matcher(word).matches());
            }
    }

    @Test
    void aCustomerIsNoMailAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerId.of("ann@example.org"));
    }
}
