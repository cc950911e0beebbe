/** The names and revisions under which facts are stored for ever, and the schemas that are generated from them. */
package org.cartulary.events.catalogue;
