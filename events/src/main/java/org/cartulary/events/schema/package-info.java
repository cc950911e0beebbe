/**
 * What facts and commands look like as JSON, said in JSON Schema 2020-12 and made from the records themselves, so that the
 * description can't drift away from the code. Next: {@link org.cartulary.events.catalogue.EventSchemas}.
 */
package org.cartulary.events.schema;
