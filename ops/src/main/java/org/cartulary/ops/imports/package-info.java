/**
 * What all imports of files share: a {@link org.cartulary.ops.imports.Trade} says which commands a file comes to, an {@link
 * org.cartulary.ops.imports.ImportRun} sends them, and a {@link org.cartulary.ops.imports.Comparison} says whether the ledger
 * agrees with the file. {@link org.cartulary.ops.imports.ImportCommand} is the command line of it.
 */
package org.cartulary.ops.imports;
