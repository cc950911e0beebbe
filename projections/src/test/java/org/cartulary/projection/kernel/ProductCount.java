package org.cartulary.projection.kernel;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.util.List;
import org.cartulary.events.product.ProductEvent.ProductRegistered;

/** The smallest projection that adds up: applied twice or not at all, an event shows. */
class ProductCount implements Projection {

    private final String name;

    ProductCount(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean needs(String event) {
        return event.startsWith("product.");
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var products = new Rows(TEXT, BIGINT);
        long count = 0;
        for (var recorded : batch)
            if (recorded.fact() instanceof ProductRegistered product) {
                products.add(product.sku(), recorded.position());
                count++;
            }
        tables.write("insert into ${schema}.product select * from unnest(?, ?)", products);
        tables.write("""
                insert into ${schema}.total select true, count from unnest(?) count
                on conflict (one) do update set products = total.products + excluded.products""", new Rows(BIGINT).add(count));
    }
}
