package org.cartulary.ops.journey;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Made-up baskets, as the files have them. */
final class Samples {

    private Samples() {}

    /** Where the made-up files lie. */
    static Path directory() {
        try {
            return Path.of(Samples.class.getResource("products.csv").toURI()).getParent();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Of household 9001 in store 71, in its eight fields from the basket on, without week and time. */
    static BasketRow row(String basketToMatch) {
        return parse("9001,71," + basketToMatch + ",5,2017-01-28 19:06:53");
    }

    static BasketRow parse(String fields) {
        return BasketRowParser.parse(2, List.of(fields.split(",", -1)));
    }
}
