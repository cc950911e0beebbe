package org.cartulary.query.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells of a person: a member of an answer is left out for those who see no personal data, and a read is refused to them. The
 * members that were found to tell of nobody are listed in {@code MembersTest}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
