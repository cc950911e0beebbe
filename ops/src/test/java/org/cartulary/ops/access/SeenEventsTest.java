package org.cartulary.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.events.access.Role;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed gives each what he may see, and passes over the rest without a hole in what he has looked at. */
class SeenEventsTest {

    private static final LocationId LISBON = LocationId.of("LISBON");
    private static final LocationId PORTO = LocationId.of("PORTO");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path home;

    private static RunningService service;

    @BeforeAll
    static void starts() {
        service = RunningService.on(home, "cartulary.access.enabled=true");
        for (var location : List.of(LISBON, PORTO)) submit(open(location));
    }

    @AfterAll
    static void stops() {
        service.close();
        HTTP.close();
    }

    @Test
    void anAuditorReadsAll() throws Exception {
        assertThat(feed("auditor", Role.AUDITOR, null).body()).contains("LISBON", "PORTO", "access.GrantGiven");
    }

    @Test
    void theAuditorOfOneShopReadsItsEventsAlone() throws Exception {
        var answer = feed("auditor-of-lisbon", Role.AUDITOR, List.of(LISBON));

        assertThat(answer.body()).contains("LISBON").doesNotContain("PORTO", "access.GrantGiven", "CommandRecorded");
        assertThat(answer.headers().firstValueAsLong("Ledger-Position").orElseThrow())
                .isGreaterThan(20);
    }

    @Test
    void whoMayNotReadTheHistoryMayNotReadTheFeed() throws Exception {
        assertThat(feed("analyst", Role.ANALYST, null).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> feed(String client, Role role, List<LocationId> locations) throws Exception {
        var key = ApiKey.random();
        var access = new Access(service.bean(Ledger.class), service.bean(Clock.class));
        access.issue(key, ClientId.of(client), null, null);
        access.give(ClientId.of(client), role, locations, null);
        var request = HttpRequest.newBuilder(service.uri("/v1/feed?after=0&limit=1000"))
                .header("Authorization", "Bearer " + key.text())
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void submit(Command command) {
        var sender = new Sender(
                ClientId.of("test"), command.toString().substring(0, 40).replace(' ', '-'), null, null, null, null);
        assertThat(service.bean(Ledger.class).submit(sender, command).isAccepted())
                .isTrue();
    }

    private static RegisterLocation open(LocationId location) {
        return new RegisterLocation(
                location,
                "A shop",
                Country.of("PT"),
                ZoneOffset.UTC,
                null,
                CurrencyCode.of("EUR"),
                null,
                null,
                null,
                Instant.now());
    }
}
