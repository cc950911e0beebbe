package org.cartulary.query.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which things of one kind somebody sees: all there are, those that come later included, or only some.
 *
 * @param isAll whether {@code only} does not matter
 * @param only may be empty: then nothing is seen
 */
public record Seen<T>(boolean isAll, Set<T> only) {

    private static final Seen<?> ALL = new Seen<>(true, Set.of());

    public Seen {
        only = Set.copyOf(only);
    }

    @SuppressWarnings("unchecked")
    public static <T> Seen<T> all() {
        return (Seen<T>) ALL;
    }

    public static <T> Seen<T> only(Set<T> these) {
        return new Seen<>(false, these);
    }

    /** @param name which need not be one that such a thing could have */
    public boolean holds(String name) {
        return isAll || only.stream().anyMatch(thing -> thing.toString().equals(name));
    }

    /** The name of the only one; null where there are more, or none. */
    public String sole() {
        return only.size() == 1 ? only.iterator().next().toString() : null;
    }

    /** For a parameter of a statement. */
    String[] texts() {
        return only.stream().map(Object::toString).sorted().toArray(String[]::new);
    }

    /** The same as PostgreSQL writes an array, which needs no more than quotes since no identifier holds any. */
    public String array() {
        return only.stream().map(thing -> "\"" + thing + "\"").sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
