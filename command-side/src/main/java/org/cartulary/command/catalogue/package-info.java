/** The names of commands, by which they are recorded for ever and by which a batch names them. Next: command api. */
package org.cartulary.command.catalogue;
