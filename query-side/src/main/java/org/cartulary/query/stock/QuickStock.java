package org.cartulary.query.stock;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Paged;
import org.cartulary.query.kernel.Positioned;
import org.cartulary.query.kernel.QuickRoute;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be sold is asked before each sale: these two reads take the short way. */
@Configuration(proxyBeanMethods = false)
@OnQueryNode
class QuickStock {

    private static final String POOL = "/v1/availability/";

    @Bean
    QuickRoute quickShelves(StockApi stock) {
        return new QuickRoute(
                "/v1/availability",
                Set.of("sku", "location", "channel", Positioned.MIN_POSITION, Paged.CURSOR, Paged.LIMIT),
                (request, read) -> {
                    var sku = sku(request.getParameter("sku"));
                    var location = location(request.getParameter("location"));
                    var channel = channel(request);
                    return () -> stock.shelves(sku, location, channel, read);
                });
    }

    @Bean
    QuickRoute quickPool(StockApi stock) {
        return new QuickRoute(POOL + "{sku}", Set.of("channel", Positioned.MIN_POSITION), (request, read) -> {
            var sku = Sku.of(request.getServletPath().substring(POOL.length()));
            var channel = channel(request);
            return () -> stock.pool(sku, channel, read);
        });
    }

    /** What is there and empty is for the controller to judge. */
    private static Sku sku(String text) {
        return text == null ? null : Sku.of(text);
    }

    private static LocationId location(String text) {
        return text == null ? null : LocationId.of(text);
    }

    private static ChannelId channel(HttpServletRequest request) {
        var text = request.getParameter("channel");
        return text == null ? null : ChannelId.of(text);
    }
}
