package org.cartulary.ops.journey;

import java.nio.file.Path;
import org.cartulary.ops.imports.KilledImport;

/** Imports baskets until it is killed. */
final class JourneyToBeKilled {

    private JourneyToBeKilled() {}

    public static void main(String... arguments) {
        var trade = Journey.of(JourneyFiles.in(Path.of(arguments[1])));
        KilledImport.run(arguments[0], trade, Integer.parseInt(arguments[2]));
    }
}
