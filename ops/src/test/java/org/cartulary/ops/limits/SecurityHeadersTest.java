package org.cartulary.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer may be framed, guessed at or kept, whoever gives it; and pages of other sites ask only where they are allowed to. */
class SecurityHeadersTest {

    private static final String FRIEND = "Origin: https://till.example";
    private static final String STRANGER = "Origin: https://elsewhere.example";

    @TempDir
    static Path home;

    static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.on(home, "cartulary.http.allowed-origins=https://till.example,https://shop.example");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /docs",
                "GET /swagger-ui/index.html",
                "GET /v3/api-docs",
                "GET /v1/products",
                "GET /v1/availability/TEAPOT",
                "GET /v1/nothing",
                "GET /v1/products?limit=x",
                "POST /v1/sales",
                "POST /v1/commands",
                "DELETE /v1/sales",
                "TRACE /",
                "GET /actuator/health",
                "GET /%zz",
                "GET /error",
                "GET /console/overview.css"
            })
    void everyAnswerCarriesThem(String request) throws IOException {
        assertThat(answer(request))
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "Referrer-Policy: no-referrer",
                        "Cache-Control: no-store",
                        "Content-Security-Policy: default-src 'none'",
                        "frame-ancestors 'none'")
                .doesNotContain("Strict-Transport-Security", "Server:", "X-Powered-By");
    }

    @Test
    void pagesOfAnAllowedSiteMayAsk() throws IOException {
        assertThat(answer(
                        "OPTIONS /v1/sales",
                        FRIEND,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type, idempotency-key"))
                .startsWith("HTTP/1.1 200")
                .contains(
                        "Access-Control-Allow-Origin: https://till.example",
                        "Access-Control-Allow-Methods: GET,HEAD,POST")
                .doesNotContain("Access-Control-Allow-Credentials");
        assertThat(answer("GET /v1/products", FRIEND))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: https://till.example", "Access-Control-Expose-Headers:");
        assertThat(answer("POST /v1/sales", FRIEND, "Content-Type: application/json", "Content-Length: 0"))
                .startsWith("HTTP/1.1 400")
                .contains("Access-Control-Allow-Origin: https://till.example");
    }

    @Test
    void pagesOfNoOtherSiteMay() throws IOException {
        for (var origin : new String[] {STRANGER, "Origin: null", "Origin: https://till.example.evil.example"}) {
            assertThat(answer("OPTIONS /v1/sales", origin, "Access-Control-Request-Method: POST"))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("Access-Control-Allow");
            assertThat(answer("POST /v1/sales", origin, "Content-Type: application/json", "Content-Length: 0"))
                    .startsWith("HTTP/1.1 403")
                    .contains("\"code\":\"FOREIGN_ORIGIN\"")
                    .doesNotContain("Access-Control-Allow");
        }
        assertThat(answer("OPTIONS /v1/sales", FRIEND, "Access-Control-Request-Method: DELETE"))
                .startsWith("HTTP/1.1 403");
    }

    private static String answer(String request, String... headers) throws IOException {
        return RawHttp.answer(service.port(), RawHttp.head(request, headers), out -> {});
    }
}
