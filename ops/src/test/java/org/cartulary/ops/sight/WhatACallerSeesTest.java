package org.cartulary.ops.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each read of the query API, asked by those who do not see everything, in a ledger of two shops. */
class WhatACallerSeesTest {

    @TempDir
    static Path home;

    static RunningService service;
    static TwoShops shops;

    /** The first events of all, which only those see who see all channels. */
    static final String OF_NO_CHANNEL = "/v1/history/events/";

    /** What the shop in Lisbon read before there was another. */
    static final Map<String, HttpResponse<String>> ALONE = new LinkedHashMap<>();

    static long lastOfLisbon;

    @BeforeAll
    static void trade() throws Exception {
        service = RunningService.with(context -> context.registerBean(CallerByHeader.class), home);
        shops = new TwoShops(service);
        shops.lisbon();
        lastOfLisbon = shops.position();
        for (var question : (Iterable<String>) Questions.all()::iterator)
            ALONE.put(question, shops.ask(Caller.SHOP, question));
        shops.braga();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyReadIsAsked() {
        var addresses = service
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(endpoint ->
                        endpoint.getValue().getBeanType().getPackageName().startsWith("org.cartulary.query"))
                // What of the feed who sees is told by a test of its own.
                .filter(endpoint ->
                        !endpoint.getValue().getBeanType().getPackageName().endsWith(".feed"))
                .filter(endpoint ->
                        endpoint.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(endpoint -> endpoint.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(addresses).hasSizeGreaterThan(25).containsExactlyInAnyOrderElementsOf(Questions.BY_ADDRESS.keySet());
    }

    @Test
    void anAuditorSeesAllThatTheOthersMustNot() throws Exception {
        var seen = new StringBuilder();
        for (var question : (Iterable<String>) Questions.all()::iterator) {
            var answer = shops.ask(Caller.AUDITOR, question);
            assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(200);
            seen.append(answer.body());
        }

        assertThat(seen.toString()).contains(ofBraga()).contains(ofPersons());
    }

    @Test
    void aShopReadsTheSameWhateverTheOthersDo() throws Exception {
        for (var question : ALONE.keySet()) {
            if (Questions.OF_ALL_SHOPS.contains(question) || question.startsWith("/?") || question.equals("/"))
                continue;
            var answer = shops.ask(Caller.SHOP, question);
            assertThat(answer.statusCode())
                    .as(question)
                    .isEqualTo(ALONE.get(question).statusCode());
            assertThat(told(answer)).as(question).isEqualTo(told(ALONE.get(question)));
        }
    }

    @Test
    void nothingThatAShopReadsNamesAnother() throws Exception {
        int answered = 0;
        for (var question : (Iterable<String>) Questions.all()::iterator) {
            if (Questions.OF_ALL_SHOPS.contains(question)) continue;
            var answer = shops.ask(Caller.SHOP, question);
            assertThat(answer.body()).as(question).doesNotContain(unasked(question, ofBraga()));
            if (answer.statusCode() == 200) answered++;
            else if (!question.startsWith(OF_NO_CHANNEL))
                assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(403);
        }

        assertThat(answered).isGreaterThan(60);
    }

    @Test
    void theOtherEndOfATransferIsTheOnlyPlaceBesideItsOwnThatAShopHearsOf() throws Exception {
        for (var question : (Iterable<String>) Questions.all()::iterator) {
            var answer = shops.ask(Caller.SHOP, question).body();
            assertThat(answer).as(question).doesNotContain("Olaria da Ribeira");
            if (!question.matches("/(\\?.*)?|/v1/(transfers|in-transit|history/events).*"))
                assertThat(answer).as(question).doesNotContain("PORTO");
        }
    }

    @Test
    void whatAShopDoesNotSeeIsAnsweredAsWhatThereIsNot() throws Exception {
        for (var path : List.of(
                "/v1/sales/019cad0b-1000-7000-8000-000000000001",
                "/v1/returns/019cad0b-2000-7000-8000-000000000001",
                "/v1/reservations/019cad0b-3000-7000-8000-000000000001",
                "/v1/transfers/019cad0b-5000-7000-8000-000000000001")) {
            var nothing = shops.ask(Caller.SHOP, path.replace("019cad0b", "019cadff"));
            var unseen = shops.ask(Caller.SHOP, path);
            assertThat(unseen.statusCode()).isEqualTo(404);
            assertThat(unseen.body().replace("019cad0b", "019cadff")).isEqualTo(nothing.body());
            assertThat(unseen.headers().map().keySet())
                    .isEqualTo(nothing.headers().map().keySet());
            assertThat(shops.ask(Caller.AUDITOR, path).statusCode()).isEqualTo(200);
        }
        var event = "/v1/history/events/" + (lastOfLisbon + 1);
        assertThat(shops.ask(Caller.AUDITOR, event).body()).contains("BRAGA");
        assertThat(shops.ask(Caller.SHOP, event).body().replace("" + (lastOfLisbon + 1), "99999"))
                .isEqualTo(shops.ask(Caller.SHOP, "/v1/history/events/99999").body());
    }

    @Test
    void nothingOfAnotherChannelsTradeIsSeen() throws Exception {
        for (var question : (Iterable<String>) Questions.all()::iterator) {
            if (!question.matches("/v1/(sales|returns|reservations|analysis|history).*")) continue;
            var answer = shops.ask(Caller.CHANNEL, question);
            var others = List.of("KIOSK", "MARKET", "OFFICE", "019cad0b-1", "019cad0b-2", "019cad0b-3", "C-200");
            assertThat(answer.body()).as(question).doesNotContain(unasked(question, others));
        }
    }

    @Test
    void nothingThatAnAnalystReadsTellsOfAPerson() throws Exception {
        int answered = 0;
        for (var question : (Iterable<String>) Questions.all()::iterator) {
            var answer = shops.ask(Caller.ANALYST, question);
            assertThat(answer.body()).as(question).doesNotContain(unasked(question, ofPersons()));
            assertThat(answer.statusCode()).as(question + answer.body()).isIn(200, 403);
            if (answer.statusCode() == 200) answered++;
            else assertThat(answer.body()).as(question).contains("PERSONAL_DATA");
        }

        assertThat(answered).isGreaterThan(60);
    }

    @Test
    void anAnalystReadsTheSameFiguresAsAnAuditor() throws Exception {
        for (var question : (Iterable<String>) Questions.all()::iterator) {
            if (!question.startsWith("/v1/analysis") || question.contains("customer")) continue;
            assertThat(shops.ask(Caller.ANALYST, question).body())
                    .as(question)
                    .isEqualTo(shops.ask(Caller.AUDITOR, question).body());
        }
    }

    @Test
    void aTillKnowsItsCustomerButNotWhereElseHeWent() throws Exception {
        var account = shops.ask(Caller.SHOP, "/v1/loyalty/accounts/CIRCLE/C-2001");
        var statement = shops.ask(Caller.SHOP, "/v1/loyalty/accounts/CIRCLE/C-2001/entries");
        var credit = shops.ask(Caller.SHOP, "/v1/stored-value?customer=C-2002");

        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(CanonicalJson.MAPPER.readTree(statement.body()).at("/items")).isNotEmpty();
        assertThat(statement.body()).doesNotContain("\"sale\"", "\"returnId\"", "\"reason\"");
        assertThat(credit.body()).contains("C-2002").doesNotContain("BRAGA");
        assertThat(shops.ask(Caller.SHOP, "/v1/loyalty/accounts").body()).contains("NOT_IN_SIGHT");
        assertThat(shops.ask(Caller.SHOP, "/v1/stored-value").body()).contains("NOT_IN_SIGHT");
    }

    private static List<String> ofBraga() {
        return TwoShops.namesInBraga();
    }

    private static List<String> ofPersons() {
        return Stream.concat(TwoShops.reasons().stream(), TwoShops.persons().stream())
                .toList();
    }

    /** An answer may say what it was asked for: a pool of nothing its SKU, a refusal its address. */
    private static String[] unasked(String question, List<String> names) {
        return names.stream().filter(name -> !question.contains(name)).toArray(String[]::new);
    }

    /** Without what only says up to where the ledger was read. */
    private static JsonNode told(HttpResponse<String> answer) {
        var body = CanonicalJson.MAPPER.readTree(answer.body());
        if (body instanceof ObjectNode list && list.has("items")) list.remove(List.of("position", "next"));
        forget(body);
        return body;
    }

    private static void forget(JsonNode node) {
        if (node instanceof ObjectNode object) object.remove("ageSeconds");
        node.forEach(WhatACallerSeesTest::forget);
    }
}
