package org.cartulary.projection.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/** The data source in the database role that makes and writes the read tables. */
@Qualifier(ForProjections.SOURCE)
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForProjections {

    /** The name of the bean. */
    String SOURCE = "projectionSource";
}
