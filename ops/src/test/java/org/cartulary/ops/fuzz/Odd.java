package org.cartulary.ops.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that somebody sends by mistake or on purpose. */
final class Odd {

    /** Writes half a surrogate pair, too, as an escape. */
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    /** What a careless program would take for its own words. */
    static final List<String> INJECTIONS = List.of(
            "'; drop table ledger.event; --",
            "' or '1'='1",
            "\\'; select pg_sleep(10); --",
            "\",\"atomic\":true,\"x\":\"",
            "}]}'\"`",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "${jndi:ldap://127.0.0.1/a}",
            "#{T(java.lang.Runtime)}",
            "__${1+1}__::.x",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "@SUM(1)",
            "x\r\n00:00:00.000 ERROR Ledger: forged",
            "../../../etc/passwd",
            "%2e%2e%2f%00",
            "%s%n%x{}",
            "\u202Etxt.exe",
            "Zo\u00eb \ud83e\uded6");

    static final String CARD = "4111111111111111";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e9",
            "0.0001",
            "999999999999999999999",
            "NaN",
            "null",
            "2026-02-30",
            "24:00",
            "9999-12-31T23:59:59Z",
            "0001-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "+10000-01-01T00:00:00Z",
            "2026-03-02T09:00:00+25:00",
            "XXX",
            "Europe/Atlantis",
            "00000000-0000-0000-0000-000000000000",
            "\u0000",
            "\ud800",
            "\udc00x",
            "\u001f",
            "\ufffe",
            "a".repeat(65),
            "b".repeat(300),
            "c".repeat(9_999),
            "d".repeat(10_001),
            CARD,
            "4111-1111 1111.1111",
            "\u0661\u0662\u0663");

    private static final List<Number> NUMBERS = List.of(
            0,
            1,
            -1,
            2,
            1_000_001,
            1_000_000_000_000_000L,
            1_000_000_000_000_001L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            BigInteger.TWO.pow(63),
            BigInteger.TEN.pow(39),
            new BigDecimal("0.1"),
            new BigDecimal("1E+400"),
            new BigDecimal("1E-400"),
            new BigDecimal("1E+999999999"));

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Odd() {}

    static String text(RandomGenerator random) {
        int which = random.nextInt(TEXTS.size() + INJECTIONS.size());
        return which < TEXTS.size() ? TEXTS.get(which) : INJECTIONS.get(which - TEXTS.size());
    }

    static JsonNode value(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0 -> MAKE.nullNode();
            case 1 -> MAKE.booleanNode(random.nextBoolean());
            case 2, 3, 4 -> number(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 5 -> MAKE.arrayNode();
            case 6 -> MAKE.objectNode().put(text(random), 1);
            case 7 -> nested(random.nextInt(30));
            default -> MAKE.stringNode(text(random));
        };
    }

    private static JsonNode number(Number number) {
        return switch (number) {
            case BigDecimal decimal -> MAKE.numberNode(decimal);
            case BigInteger whole -> MAKE.numberNode(whole);
            default -> MAKE.numberNode(number.longValue());
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode node = MAKE.numberNode(1);
        for (int i = 0; i < depth; i++) node = MAKE.arrayNode().add(node);
        return node;
    }
}
