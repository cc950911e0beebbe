package org.cartulary.events.catalogue;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.schema.RecordSchemas;

/** Which members of records were seen absent and which present, to compare with what the records say. */
final class Presence {

    private final Set<String> marked = new TreeSet<>();
    private final Set<String> absent = new TreeSet<>();
    private final Set<String> present = new TreeSet<>();

    void look(Object value) {
        if (value instanceof List<?> list) list.forEach(this::look);
        if (!(value instanceof Record)) return;
        for (var component : value.getClass().getRecordComponents()) look(value, component);
    }

    private void look(Object owner, RecordComponent component) {
        var member = RecordSchemas.nameOf(owner.getClass()) + "." + component.getName();
        var value = valueOf(owner, component);
        if (component.isAnnotationPresent(MayBeAbsent.class)) marked.add(member);
        (value == null ? absent : present).add(member);
        look(value);
    }

    private static Object valueOf(Object owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    Set<String> absentUnmarked() {
        return less(absent, marked);
    }

    Set<String> markedAndNeverAbsent() {
        return less(marked, absent);
    }

    Set<String> markedAndNeverPresent() {
        return less(marked, present);
    }

    private static Set<String> less(Set<String> all, Set<String> without) {
        var rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
