package org.cartulary.query.trade;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@OnQueryNode
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Analysis", description = "Figures that can say which events they are made of")
class AnalysisApi {

    private final Reads reads;
    private final FigureQuery figures;
    private final EntryQuery entries;

    AnalysisApi(Reads reads, FigureQuery figures, EntryQuery entries) {
        this.reads = reads;
        this.figures = figures;
        this.entries = entries;
    }

    @GetMapping("/v1/analysis/sales")
    @Operation(
            operationId = "analyseSales",
            summary = "Sales by period, channel, location, country, SKU and customer",
            description = "Currencies are never added. Each row links to the list of the events that it is the sum of."
                    + " With customers, only what a customer is known of counts.")
    @Paged
    @Scoped
    ResponseEntity<Figures> sales(
            @Parameter(
                            description = "How long a period is",
                            schema =
                                    @Schema(
                                            allowableValues = {"day", "month", "total"},
                                            defaultValue = "day"))
                    @RequestParam(defaultValue = "day")
                    String by,
            @Parameter(
                            description =
                                    "What else tells rows apart; with `sku` there are quantities instead of counts,"
                                            + " with `customer` no adjustments",
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            allowableValues = {
                                                                "channel",
                                                                "location",
                                                                "country",
                                                                "sku",
                                                                "customer"
                                                            })))
                    @RequestParam(required = false)
                    List<String> group,
            @Parameter(hidden = true) @ModelAttribute Scope scope,
            @Parameter(hidden = true) Read read) {
        var period = Period.of(by);
        var dimensions = Dimension.all("group", group);
        var rows = reads.at(TradeApi.PROJECTION, read, () -> figures.figures(period, dimensions, scope, read));
        return read.page(rows, FigureQuery::key).map(Figures::of).answer();
    }

    @GetMapping("/v1/analysis/top")
    @Operation(
            operationId = "analyseTop",
            summary = "What sold most",
            description = "The first of each currency, since currencies can't be compared.")
    @Positioned
    @Scoped
    ResponseEntity<Figures> top(
            @Parameter(
                            description = "What is ranked",
                            schema = @Schema(allowableValues = {"sku", "country", "channel", "location", "customer"}))
                    @RequestParam
                    String of,
            @Parameter(
                            description = "By what; `quantity` is what was sold less what came back, of SKUs only",
                            schema =
                                    @Schema(
                                            allowableValues = {"net", "gross", "returned", "quantity"},
                                            defaultValue = "net"))
                    @RequestParam(defaultValue = "net")
                    String measure,
            @Parameter(description = "How many of each currency, at most 1000") @RequestParam(defaultValue = "10")
                    int limit,
            @Parameter(hidden = true) @ModelAttribute Scope scope,
            @Parameter(hidden = true) Read read) {
        if (limit < 1 || limit > Read.MOST) throw Refused.invalid("limit", "is a number from 1 to " + Read.MOST);
        var dimension = Dimension.of("of", of);
        var ranking = Ranking.of(measure);
        if (ranking == Ranking.QUANTITY && dimension != Dimension.SKU && !scope.hasSku())
            throw Refused.invalid("measure", "quantity adds up for one SKU only, since units differ");
        var rows =
                reads.at(TradeApi.PROJECTION, read, () -> figures.top(dimension, ranking, scope, limit, read.sight()));
        return rows.map(all -> new Figures(Formula.SALES, all, null, rows.position()))
                .answer();
    }

    @GetMapping("/v1/analysis/sales/positions")
    @Operation(
            operationId = "listPositionsOfFigure",
            summary = "The events that a figure is made of",
            description = "In order of business day, position and line. With the filters of a row of figures, the"
                    + " amounts of all pages add up to the figure exactly.")
    @Paged
    @Scoped
    ResponseEntity<Page<Entry>> positions(
            @Parameter(
                            description = "Of which figure",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "net",
                                                "gross",
                                                "returned",
                                                "tax",
                                                "adjusted",
                                                "restockingFee",
                                                "cashRounding",
                                                "loyaltyDiscount",
                                                "couponDiscount",
                                                "promotionDiscount",
                                                "markdownDiscount",
                                                "couponTenders"
                                            },
                                            defaultValue = "net"))
                    @RequestParam(defaultValue = "net")
                    String measure,
            @Parameter(hidden = true) @ModelAttribute Scope scope,
            @Parameter(hidden = true) Read read) {
        var figure = Measure.of(measure);
        var page = reads.at(TradeApi.PROJECTION, read, () -> entries.entries(figure, scope, read));
        return read.page(page, EntryQuery::key).answer();
    }
}
