package org.cartulary.query.kernel;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A read that answers page by page. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Positioned
@Parameter(
        name = Paged.CURSOR,
        in = ParameterIn.QUERY,
        description = "The `next` of the page before, with the same filters.",
        schema = @Schema(type = "string"))
@Parameter(
        name = Paged.LIMIT,
        in = ParameterIn.QUERY,
        description = "Most items of the page.",
        schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
public @interface Paged {

    String CURSOR = "cursor";
    String LIMIT = "limit";
}
