package org.cartulary.command.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.cartulary.events.MayBeAbsent;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * A number or a flag that may not be absent must be there: Java would take 0 or false for it. Whatever else is missing, the
 * records find out themselves.
 */
final class RequiredNumbers extends JacksonAnnotationIntrospector {

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return isRequired(member) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : super.findSetterInfo(config, member);
    }

    private static boolean isRequired(Annotated member) {
        if (!(member instanceof AnnotatedParameter parameter)
                || !parameter.getRawType().isPrimitive()) return false;
        var components = parameter.getDeclaringClass().getRecordComponents();
        return components != null
                && components.length == parameter.getOwner().getParameterCount()
                && !components[parameter.getIndex()].isAnnotationPresent(MayBeAbsent.class);
    }
}
