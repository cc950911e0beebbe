package org.cartulary.query.trade;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A read that takes a {@link Scope}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "The first business day",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "The last business day",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "channel",
        in = ParameterIn.QUERY,
        description = "Only this channel",
        schema = @Schema(type = "string"))
@Parameter(
        name = "location",
        in = ParameterIn.QUERY,
        description = "Only this location",
        schema = @Schema(type = "string"))
@Parameter(
        name = "country",
        in = ParameterIn.QUERY,
        description = "Only customers served in this country, as ISO 3166-1 code",
        schema = @Schema(type = "string"))
@Parameter(name = "sku", in = ParameterIn.QUERY, description = "Only this SKU", schema = @Schema(type = "string"))
@Parameter(
        name = "customer",
        in = ParameterIn.QUERY,
        description = "Only sales to this customer, and what this customer brought back",
        schema = @Schema(type = "string"))
@Parameter(
        name = "currency",
        in = ParameterIn.QUERY,
        description = "Only this currency, as ISO 4217 code; sums never mix currencies",
        schema = @Schema(type = "string"))
@interface Scoped {}
