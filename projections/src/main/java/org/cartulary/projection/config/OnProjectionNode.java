package org.cartulary.projection.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Only where {@code cartulary.roles} holds {@code projection}, which it does by default. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("'${cartulary.roles:projection}'.contains('projection')")
public @interface OnProjectionNode {}
