package org.cartulary.query.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Belongs to no location, or to any: a member of an answer is left out for those who do not see all locations and channels, and a
 * read is refused to them.
 */
@Documented
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Everywhere {

    /** The parameter with which a read is about one thing that the caller can name, and is not refused; empty for none. */
    String unless() default "";
}
