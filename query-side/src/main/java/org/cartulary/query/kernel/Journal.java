package org.cartulary.query.kernel;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list in order of position, which can be read from any of them, upwards or downwards. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Paged
@Parameter(
        name = Journal.AFTER,
        in = ParameterIn.QUERY,
        description = "Only what stands after this position.",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@Parameter(
        name = Journal.ORDER,
        in = ParameterIn.QUERY,
        description = "`asc` lists the oldest first, `desc` the newest.",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"asc", "desc"},
                        defaultValue = "asc"))
public @interface Journal {

    String AFTER = "after";
    String ORDER = "order";
}
