package org.cartulary.query.catalog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.Sku;
import org.cartulary.query.kernel.MayBeMissing;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Page;
import org.cartulary.query.kernel.Paged;
import org.cartulary.query.kernel.Positioned;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Reads;
import org.cartulary.query.kernel.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@OnQueryNode
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Catalogue", description = "Locations, products and the numbers that name them")
class CatalogApi {

    private static final String PROJECTION = "catalog";

    private final Reads reads;
    private final CatalogQuery catalogue;

    CatalogApi(Reads reads, CatalogQuery catalogue) {
        this.reads = reads;
        this.catalogue = catalogue;
    }

    @GetMapping("/v1/locations")
    @Operation(operationId = "listLocations", summary = "All locations, by name of location")
    @Paged
    ResponseEntity<Page<Location>> locations(@Parameter(hidden = true) Read read) {
        var locations = reads.at(PROJECTION, read, () -> catalogue.locations(read));
        return read.page(locations, location -> List.of(location.location())).answer();
    }

    @GetMapping("/v1/products")
    @Operation(operationId = "listProducts", summary = "All products, by SKU")
    @Paged
    ResponseEntity<Page<Product>> products(@Parameter(hidden = true) Read read) {
        var products = reads.at(PROJECTION, read, () -> catalogue.products(read));
        return read.page(products, product -> List.of(product.sku())).answer();
    }

    @GetMapping("/v1/products/{sku}")
    @Operation(operationId = "getProduct", summary = "One product")
    @Positioned
    @MayBeMissing
    ResponseEntity<Product> product(
            @Parameter(description = "The product's SKU") @PathVariable Sku sku, @Parameter(hidden = true) Read read) {
        return reads.at(
                        PROJECTION,
                        read,
                        () -> catalogue.product(sku.value()).orElseThrow(() -> Refused.notFound("product " + sku)))
                .answer();
    }

    @GetMapping("/v1/gtins/{gtin}")
    @Operation(operationId = "getProductOfGtin", summary = "The product that a GTIN names")
    @Positioned
    @MayBeMissing
    ResponseEntity<Product> productOfGtin(
            @Parameter(description = "8, 12, 13 or 14 digits") @PathVariable Gtin gtin,
            @Parameter(hidden = true) Read read) {
        return reads.at(
                        PROJECTION,
                        read,
                        () -> catalogue
                                .productOf(gtin.value())
                                .orElseThrow(() -> Refused.notFound("product with the GTIN " + gtin)))
                .answer();
    }
}
