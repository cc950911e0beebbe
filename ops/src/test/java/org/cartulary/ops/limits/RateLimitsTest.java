package org.cartulary.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Each holder has a rate of his own; the fields are those of draft-ietf-httpapi-ratelimit-headers-10. */
class RateLimitsTest {

    @TempDir
    Path home;

    @Test
    void whoAsksForMoreThanHisRateIsToldWhenToComeBack() throws IOException {
        try (var service = RunningService.on(home, "cartulary.rate.reads=2/1h", "cartulary.rate.batches=3/1h")) {
            assertThat(get(service, "/v1/products"))
                    .startsWith("HTTP/1.1 200")
                    .contains("RateLimit-Policy: \"reads\";q=2;w=3600", "RateLimit: \"reads\";r=1;t=1800");
            assertThat(get(service, "/v1/nothing"))
                    .startsWith("HTTP/1.1 404")
                    .contains("RateLimit: \"reads\";r=0;t=3600");
            assertThat(get(service, "/v1/availability/X"))
                    .startsWith("HTTP/1.1 429")
                    .contains("\"code\":\"RATE_LIMITED\"", "RateLimit: \"reads\";r=0;t=")
                    .containsPattern("Retry-After: 1[78]\\d\\d");
            assertThat(get(service, "/actuator/health"))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContain("RateLimit");

            assertThat(post(service, "/v1/commands", batch(5))).startsWith("HTTP/1.1 200");
            assertThat(post(service, "/v1/commands", batch(1))).startsWith("HTTP/1.1 429");
            assertThat(post(service, "/v1/stock/receipts", "{}"))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("RateLimit");
        }
    }

    @Test
    void withoutARateThereIsNoFilter() throws IOException {
        try (var service = RunningService.on(home)) {
            assertThat(get(service, "/v1/products")).startsWith("HTTP/1.1 200").doesNotContain("RateLimit");
        }
    }

    @Test
    void oneHolderDoesNotWaitForAnother() throws Exception {
        var limits = new RateLimits(new RateProperties(null, null, Rate.of("1/1h")), new SimpleMeterRegistry());
        assertThat(status(limits, request("ana"))).isEqualTo(200);
        assertThat(status(limits, request("ana"))).isEqualTo(429);
        assertThat(status(limits, request("rui"))).isEqualTo(200);
        assertThat(status(limits, request(null))).isEqualTo(200);
        assertThat(status(limits, request(null))).isEqualTo(429);
    }

    @Test
    void aRateIsANumberAndATime() {
        assertThat(Rate.of("600/1m")).isEqualTo(new Rate(600, Duration.ofMinutes(1)));
        for (var wrong : new String[] {"600", "0/1m", "600/1ms", "x/1m", "1/2/3"})
            assertThatThrownBy(() -> Rate.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpServletRequest request(String holder) {
        var request = new MockHttpServletRequest("GET", "/v1/products");
        request.setServletPath("/v1/products");
        if (holder != null) request.setUserPrincipal(() -> holder);
        return request;
    }

    private static int status(RateLimits limits, HttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static String batch(int commands) {
        return IntStream.range(0, commands)
                .mapToObj(i -> "{\"name\":\"none\",\"key\":\"" + i + "\"}")
                .collect(Collectors.joining(",", "{\"commands\":[", "]}"));
    }

    private static String get(RunningService service, String path) throws IOException {
        return RawHttp.answer(service.port(), RawHttp.head("GET " + path), out -> {});
    }

    private static String post(RunningService service, String path, String body) throws IOException {
        var head = RawHttp.head(
                "POST " + path,
                "Content-Type: application/json",
                "Idempotency-Key: k",
                "Content-Length: " + body.length());
        return RawHttp.answer(service.port(), head, out -> out.write(body.getBytes(StandardCharsets.UTF_8)));
    }
}
