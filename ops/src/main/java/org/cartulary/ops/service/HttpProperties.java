package org.cartulary.ops.service;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom pages in browsers may belong to.
 *
 * @param allowedOrigins {@code cartulary.http.allowed-origins}: other sites whose pages may ask, such as
 *     {@code https://till.example}; none by default
 */
@ConfigurationProperties("cartulary.http")
public record HttpProperties(@DefaultValue List<String> allowedOrigins) {

    public HttpProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        if (allowedOrigins.stream().anyMatch(origin -> !origin.matches("https?://[^/*]+")))
            throw new IllegalArgumentException(
                    "cartulary.http.allowed-origins holds whole origins, such as https://till.example");
    }
}
