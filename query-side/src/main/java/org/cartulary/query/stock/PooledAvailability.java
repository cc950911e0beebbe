package org.cartulary.query.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.cartulary.query.kernel.Decimal;

/** What one SKU has over all locations. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PooledAvailability(
        String sku,
        String channel,
        Decimal onHand,
        Decimal reserved,

        @Schema(description = "The sum over the locations, each of them never below zero.")
        Decimal availableToSell,

        List<Availability> locations) {

    static PooledAvailability of(String sku, String channel, List<Availability> locations) {
        return new PooledAvailability(
                sku,
                channel,
                sum(locations, Availability::onHand),
                sum(locations, Availability::reserved),
                sum(locations, Availability::availableToSell),
                List.copyOf(locations));
    }

    private static Decimal sum(List<Availability> locations, Function<Availability, Decimal> part) {
        return locations.stream().map(part).reduce(Decimal.ZERO, Decimal::plus);
    }
}
