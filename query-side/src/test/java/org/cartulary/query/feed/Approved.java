package org.cartulary.query.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The approved samples of stored events, one of each kind. */
final class Approved {

    private Approved() {}

    /** @param nameAndRevision such as {@code stock.GoodsReceived@1} */
    static String event(String nameAndRevision) {
        try (var sample = Approved.class.getResourceAsStream("/approved/" + nameAndRevision + ".json")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
