package org.cartulary.query.kernel;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Leaves out of an answer the members that its caller does not see. They are left out as absent ones are, and not masked: there
 * is nothing to tell them apart by.
 */
final class Members {

    private static final String OURS = "org.cartulary.query.";

    private static final ClassValue<Copying> COPYING = new ClassValue<>() {
        @Override
        protected Copying computeValue(Class<?> type) {
            return Copying.of(type);
        }
    };

    private Members() {}

    /** The answer itself for whoever sees all. */
    static Object seen(Object answer, Sight sight) {
        return sight.isWhole() ? answer : part(answer, sight);
    }

    private static Object part(Object value, Sight sight) {
        if (value instanceof List<?> list)
            return list.stream().map(item -> part(item, sight)).toList();
        return value instanceof Record whole && whole.getClass().getName().startsWith(OURS)
                ? COPYING.get(whole.getClass()).copy(whole, sight)
                : value;
    }

    /** @param accessor of the component */
    private record Member(Method accessor, boolean isPersonal, boolean isElsewhere) {

        static Member of(RecordComponent component) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Member(
                    accessor,
                    component.isAnnotationPresent(Personal.class),
                    component.isAnnotationPresent(Everywhere.class));
        }

        Object of(Record whole, Sight sight) throws ReflectiveOperationException {
            if (isPersonal && !sight.personalData() || isElsewhere && !sight.isEverywhere()) return null;
            return part(accessor.invoke(whole), sight);
        }
    }

    /** How a record of one type is copied. */
    private record Copying(Constructor<?> constructor, List<Member> members) {

        static Copying of(Class<?> type) {
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Copying(
                        constructor, Arrays.stream(components).map(Member::of).toList());
            } catch (NoSuchMethodException impossible) {
                throw new AssertionError("every record has its canonical constructor", impossible);
            }
        }

        Object copy(Record whole, Sight sight) {
            var values = new Object[members.size()];
            try {
                for (int i = 0; i < values.length; i++)
                    values[i] = members.get(i).of(whole, sight);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException("a member of " + whole.getClass() + " can't be left out", failure);
            }
        }
    }
}
