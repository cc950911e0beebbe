package org.cartulary.projection.kernel;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.product.ProductEvent.ProductRegistered;

/** Products, numbered. */
final class TestProducts {

    private TestProducts() {}

    static List<ProductRegistered> range(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> new ProductRegistered(
                        new Sku("SKU-" + number), "Teapot", Kind.GOODS, "EA", 0, List.of(), Instant.EPOCH))
                .toList();
    }
}
