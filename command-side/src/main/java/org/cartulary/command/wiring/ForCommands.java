package org.cartulary.command.wiring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/** The data source in the database role that appends to the ledger. One that is asked for without this only reads. */
@Qualifier(ForCommands.SOURCE)
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForCommands {

    /** The name of the bean. */
    String SOURCE = "commandSource";
}
