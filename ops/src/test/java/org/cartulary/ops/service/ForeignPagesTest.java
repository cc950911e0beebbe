package org.cartulary.ops.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser would send, byte by byte, since no client of Java's lets its Host be set. */
class ForeignPagesTest {
    @TempDir
    static Path home;

    static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.on(home);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aNameThatSomebodyElseLetsLeadHereIsRefused() throws IOException {
        assertThat(answer("GET /v1/products", "rebound.example:8080"))
                .startsWith("HTTP/1.1 421")
                .contains("application/problem+json", "\"code\":\"FOREIGN_HOST\"");
        assertThat(answer("GET /v1/products", "127.0.0.1.example")).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "LOCALHOST", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080"})
    void everyNameOfLoopbackIsAnswered(String host) throws IOException {
        assertThat(answer("GET /v1/products", host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aPageOfAnotherSiteMayChangeNothing() throws IOException {
        for (var origin : new String[] {"https://elsewhere.example", "null", "http://localhost.example:8080", ":"})
            assertThat(answer("POST /v1/projections/stock/rebuild", "localhost", "Origin: " + origin))
                    .startsWith("HTTP/1.1 403")
                    .contains("\"code\":\"FOREIGN_ORIGIN\"");
        assertThat(answer("POST /v1/projections/stock/rebuild", "localhost", "Origin: http://localhost:8080"))
                .startsWith("HTTP/1.1 202");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/history/events?from=xyz",
                "/v1/history/events?bytes=maybe",
                "/v1/analysis/top",
                "/v1/sales/xyz"
            })
    void whatIsMalformedIsAnsweredWithACodeAndAPositionByTheWholeServiceToo(String path) throws IOException {
        assertThat(answer("GET " + path, "localhost"))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Ledger-Position: 0")
                .contains("\"violations\":[", "_PARAMETER\"", "\"urn:cartulary:problem:");
    }

    private static String answer(String request, String host, String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", service.port())) {
            var text = request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: 0\r\n"
                    + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
