package org.cartulary.ops.retail;

import java.nio.file.Path;
import org.cartulary.ops.imports.KilledImport;

/** Imports a file of Online Retail until it is killed. */
final class ImportToBeKilled {

    private ImportToBeKilled() {}

    public static void main(String... arguments) {
        var trade = Survey.of(new RetailFile(Path.of(arguments[1])));
        KilledImport.run(arguments[0], trade, Integer.parseInt(arguments[2]));
    }
}
