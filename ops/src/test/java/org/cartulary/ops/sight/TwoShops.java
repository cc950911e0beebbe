package org.cartulary.ops.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.ops.RunningService;

/** A ledger of two shops, which do the same under other names: each what the examples of all commands tell, and a lorry. */
final class TwoShops {

    /** What each thing of Lisbon is called in Braga. */
    private static final List<String[]> IN_BRAGA = List.of(
            new String[] {"LISBON", "BRAGA"},
            new String[] {"PORTO", "FARO"},
            new String[] {"Olaria da Graça", "Olaria do Minho"},
            new String[] {"Olaria da Ribeira", "Olaria da Ria"},
            new String[] {"Teapot", "Vase"},
            new String[] {"TEAPOT", "VASE"},
            new String[] {"GIFT-CARD", "VOUCHER"},
            new String[] {"5601234567892", "4006381333931"},
            new String[] {"TILL", "KIOSK"},
            new String[] {"WEB", "MARKET"},
            new String[] {"ACCOUNTS", "OFFICE"},
            new String[] {"C-100", "C-200"},
            new String[] {"CLUB", "CIRCLE"},
            new String[] {"019cad00-", "019cad0b-"},
            new String[] {"L-0000", "B-0000"},
            new String[] {"L-R-", "B-R-"},
            new String[] {"tok_", "bok_"},
            new String[] {"cart-77", "basket-88"},
            new String[] {"KILN-7", "OVEN-9"},
            new String[] {"SPRING-5", "AUTUMN-9"},
            new String[] {"INV-2025-17", "INV-2025-99"},
            new String[] {"ana-maria", "eva-luisa"},
            new String[] {"lisbon-app", "braga-app"});

    /** What is on the road when the story ends. */
    private static final List<String[]> LORRY = List.of(
            new String[] {"/v1/stock/receipts", """
                    {"stock": {"location": "LISBON", "sku": "TEAPOT"}, "quantity": "7", "reference": "KILN-7",
                     "occurredAt": "2026-03-10T18:00:00Z"}"""},
            new String[] {"/v1/transfers", """
                    {"transfer": "019cad00-5000-7000-8000-000000000003", "source": "LISBON", "destination": "PORTO",
                     "lines": [{"number": 1, "sku": "TEAPOT", "quantity": "4"}], "reason": "A fair in Porto",
                     "occurredAt": "2026-03-10T18:01:00Z"}"""},
            new String[] {"/v1/transfers/approvals", """
                    {"transfer": "019cad00-5000-7000-8000-000000000003", "occurredAt": "2026-03-10T18:02:00Z"}"""},
            new String[] {"/v1/transfers/dispatches", """
                    {"transfer": "019cad00-5000-7000-8000-000000000003", "lines": [{"number": 1, "quantity": "4"}],
                     "occurredAt": "2026-03-10T18:03:00Z"}"""});

    /** The code of a card, which no read ever shows. */
    private static final String[] CODE = {"GIFT-7QK2-M4XP", "GIFT-9QK3-M5XP"};

    /** A receipt says why something was lost, and this one lost nothing. */
    private static final String OF_NO_LOSS = "One lid in pieces";

    private static final Pattern REASON = Pattern.compile("\"reason\":\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningService service;
    private long position;

    TwoShops(RunningService service) {
        this.service = service;
    }

    /** Where the ledger is after the last command. */
    long position() {
        return position;
    }

    void lisbon() throws Exception {
        for (var command : story()) post(command[0], command[1], List.of());
    }

    void braga() throws Exception {
        for (var command : story()) post(command[0], command[1], IN_BRAGA);
    }

    /** What is said of Braga only. */
    static List<String> namesInBraga() {
        return IN_BRAGA.stream().map(names -> names[1]).toList();
    }

    /** The words of those who sent the commands. */
    static List<String> reasons() {
        var reasons = new ArrayList<String>();
        for (var command : story()) REASON.matcher(command[1]).results().forEach(found -> reasons.add(found.group(1)));
        reasons.remove(OF_NO_LOSS);
        return reasons;
    }

    /** What persons are known by: themselves, their cards, carts and coupons, and those who served them. */
    static List<String> persons() {
        return List.of(
                "C-1001",
                "C-1002",
                "C-2001",
                "tok_7d1f",
                "bok_7d1f",
                "\"lastFour\"",
                "cart-77",
                "basket-88",
                "ana-maria",
                "eva-luisa",
                "lisbon-app",
                "SPRING-5",
                "019cad00-6000",
                "\"approvedBy\"",
                "As the customer wished");
    }

    private static List<String[]> story() {
        var story = new ArrayList<String[]>();
        for (var endpoint : CommandEndpoints.ALL)
            // Who may do what is the matter of no shop, and is given once.
            if (!endpoint.name().startsWith("access."))
                for (var example : endpoint.examples()) story.add(new String[] {endpoint.path(), example});
        story.addAll(LORRY);
        return story;
    }

    private void post(String path, String body, List<String[]> names) throws Exception {
        var request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", named("lisbon-app/" + position, names))
                .header("Cartulary-Client", named("lisbon-app", names))
                .header("Cartulary-Actor", named("ana-maria", names))
                .header("Cartulary-Reason", "As the customer wished")
                .POST(BodyPublishers.ofString(named(body, names)));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        position = answer.headers().firstValueAsLong("Ledger-Position").orElseThrow();
    }

    private static String named(String text, List<String[]> names) {
        for (var name : names) text = text.replace(name[0], name[1]);
        return names.isEmpty() ? text : text.replace(CODE[0], CODE[1]);
    }

    /** What is answered once all has been read into tables. */
    HttpResponse<String> ask(Caller caller, String path) throws Exception {
        var address =
                path.startsWith("/v1/") ? path + (path.contains("?") ? "&" : "?") + "min-position=" + position : path;
        var request = HttpRequest.newBuilder(service.uri(address)).header(CallerByHeader.HEADER, caller.name());
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
