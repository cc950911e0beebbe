package org.cartulary.command.product;

import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.product.ProductEvent.GtinAssigned;
import org.cartulary.events.product.ProductEvent.ProductRegistered;

/** Registers products, each once, and gives each of their GTINs to nobody else. */
public final class ProductPosting implements CommandHandling {

    private final Births births;

    public ProductPosting(Births births) {
        this.births = births;
    }

    @CommandHandler
    public void handle(RegisterProduct c) {
        births.require(ProductEvent.streamOf(c.sku()), ProductRejection.PRODUCT_ALREADY_REGISTERED);
        c.gtins().forEach(gtin -> births.require(ProductEvent.streamOf(gtin), ProductRejection.GTIN_TAKEN));
        var posting = new Posting();
        posting.begin(
                births,
                new ProductRegistered(
                        c.sku(), c.name(), c.kind(), c.unit(), c.decimals(), c.gtins(), c.category(), c.occurredAt()));
        for (var gtin : c.gtins()) posting.begin(births, new GtinAssigned(gtin, c.sku(), c.occurredAt()));
        posting.record();
    }
}
