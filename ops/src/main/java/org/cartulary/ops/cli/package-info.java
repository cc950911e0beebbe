/** The commands of the program. A new one is a class of its own, named in {@link org.cartulary.ops.cli.CommandLines}. */
package org.cartulary.ops.cli;
