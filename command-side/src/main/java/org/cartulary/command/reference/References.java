package org.cartulary.command.reference;

import static org.cartulary.command.kernel.CommandRejected.require;

import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.kernel.Directory;
import org.cartulary.command.location.LocationRejection;
import org.cartulary.command.product.ProductRejection;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.product.ProductEvent.ProductRegistered;
import org.cartulary.events.stock.StockId;

/** Looks up what a command refers to, or refuses it in the right words. */
public final class References {

    private final Directory directory;

    public References(Directory directory) {
        this.directory = directory;
    }

    /** @throws CommandRejected with LOCATION_UNKNOWN */
    public LocationRegistered location(LocationId location) {
        return directory
                .location(location)
                .orElseThrow(() -> new CommandRejected(
                        LocationRejection.LOCATION_UNKNOWN, "register location " + location + " first"));
    }

    /** @throws CommandRejected with PRODUCT_UNKNOWN */
    public ProductRegistered product(Sku sku) {
        return directory
                .product(sku)
                .orElseThrow(() ->
                        new CommandRejected(ProductRejection.PRODUCT_UNKNOWN, "register product " + sku + " first"));
    }

    /** A product in a quantity that it can be counted in. @throws CommandRejected with a {@link ProductRejection} */
    public ProductRegistered product(Sku sku, Quantity quantity) {
        var product = product(sku);
        require(
                quantity.fits(product.decimals()),
                ProductRejection.QUANTITY_TOO_FINE,
                sku + " is counted with " + product.decimals() + " decimal places, not in steps of " + quantity);
        return product;
    }

    /** A shelf that can exist. @throws CommandRejected with a location's or a product's rejection */
    public void shelf(StockId stock, Quantity quantity) {
        location(stock.location());
        var product = product(stock.sku(), quantity);
        require(product.kind() == Kind.GOODS, ProductRejection.PRODUCT_HAS_NO_STOCK, stock.sku() + " has no stock");
    }
}
