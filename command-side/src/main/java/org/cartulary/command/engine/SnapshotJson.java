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
 * The JSON of states. A state that is snapshotted is a record, or keeps all of itself in fields, and says with {@link Revision}
 * which number its snapshots bear: raise it whenever the state would be evolved differently from the same events. A changed
 * shape is found without it, because an unknown or a missing member makes a snapshot unreadable.
 */
public final class SnapshotJson {

    /** The fields of a state are its snapshot; nothing else of it is. */
    @JsonAutoDetect(
            fieldVisibility = Visibility.ANY,
            getterVisibility = Visibility.NONE,
            isGetterVisibility = Visibility.NONE,
            setterVisibility = Visibility.NONE)
    private interface FieldsOnly {}

    private final Map<String, Class<?>> types;
    private final JsonMapper mapper;

    /** @throws IllegalArgumentException if a class bears no revision, or two have one simple name */
    public SnapshotJson(List<Class<?>> types) {
        types.forEach(SnapshotJson::revision);
        this.types = types.stream()
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (one, other) -> {
                    throw new IllegalArgumentException(one + " and " + other + " have one simple name");
                }));
        this.mapper = mapper(types);
    }

    private static JsonMapper mapper(List<Class<?>> types) {
        var builder = CanonicalJson.MAPPER
                .rebuild()
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.ALWAYS))
                .changeDefaultVisibility(detect -> detect.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE))
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        types.forEach(type -> builder.addMixIn(type, FieldsOnly.class));
        return builder.build();
    }

    /** @throws IllegalArgumentException if the class bears no {@link Revision}, or one that is no number */
    public static int revision(Class<?> type) {
        var revision = type.getAnnotation(Revision.class);
        if (revision == null) throw new IllegalArgumentException(type + " says no @Revision of its snapshots");
        return Integer.parseInt(revision.value());
    }

    public byte[] write(Object state) {
        return mapper.writeValueAsBytes(state);
    }

    /** @throws tools.jackson.core.JacksonException if the bytes are those of another shape */
    public <A> A read(byte[] state, Class<A> type) {
        return mapper.readValue(state, type);
    }

    /** The class of that simple name; null where it is not, or no longer, snapshotted. */
    Class<?> type(String type) {
        return types.get(type);
    }
}
