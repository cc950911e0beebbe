package org.cartulary.command.engine;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import org.cartulary.events.json.CanonicalJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of aggregates. An aggregate that is snapshotted has a constructor without parameters, keeps its id and its state
 * in fields, and says with {@link Revision} which number its snapshots bear: raise it whenever the state would be evolved
 * differently from the same events. A changed shape is found without it, because an unknown or a missing member makes a
 * snapshot unreadable.
 */
public final class SnapshotJson {

    /** The fields of a shell are its snapshot; nothing else of it is. */
    @JsonAutoDetect(
            fieldVisibility = Visibility.ANY,
            getterVisibility = Visibility.NONE,
            isGetterVisibility = Visibility.NONE,
            setterVisibility = Visibility.NONE)
    private interface FieldsOnly {}

    private final Map<String, Class<?>> shells;
    private final JsonMapper mapper;

    /** @throws IllegalArgumentException if a class bears no revision, or two have one simple name */
    public SnapshotJson(List<Class<?>> shells) {
        shells.forEach(SnapshotJson::revision);
        this.shells = shells.stream()
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (one, other) -> {
                    throw new IllegalArgumentException(one + " and " + other + " have one simple name");
                }));
        this.mapper = mapper(shells);
    }

    private static JsonMapper mapper(List<Class<?>> shells) {
        var builder = CanonicalJson.MAPPER
                .rebuild()
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.ALWAYS))
                .changeDefaultVisibility(detect -> detect.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE))
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        shells.forEach(shell -> builder.addMixIn(shell, FieldsOnly.class));
        return builder.build();
    }

    /** @throws IllegalArgumentException if the class bears no {@link Revision}, or one that is no number */
    public static int revision(Class<?> shell) {
        var revision = shell.getAnnotation(Revision.class);
        if (revision == null) throw new IllegalArgumentException(shell + " says no @Revision of its snapshots");
        return Integer.parseInt(revision.value());
    }

    public byte[] write(Object aggregate) {
        return mapper.writeValueAsBytes(aggregate);
    }

    /** @throws tools.jackson.core.JacksonException if the bytes are those of another shape */
    public <A> A read(byte[] state, Class<A> shell) {
        return mapper.readValue(state, shell);
    }

    /** The class of that simple name; null where it is not, or no longer, snapshotted. */
    Class<?> shell(String type) {
        return shells.get(type);
    }
}
