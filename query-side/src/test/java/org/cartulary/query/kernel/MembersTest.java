package org.cartulary.query.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cartulary.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.Resource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every member of every answer was looked at: it tells of a person, or it is known to tell of nobody. */
@QueryTest
class MembersTest {

    /** What numbers, times and the like say of nobody. */
    private static final Set<Class<?>> TELL_OF_NOBODY = Set.of(
            long.class,
            int.class,
            boolean.class,
            Long.class,
            Integer.class,
            BigInteger.class,
            Decimal.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class);

    /** Texts that were looked at: names of things, places, kinds and documents. All others are {@link Personal}. */
    private static final Set<String> TEXTS_OF_THINGS = texts("""
            catalog.Location: location name country zone currency company
            catalog.Product: sku name kind unit gtins category
            history.RecordedCommand: name code ruleId channel
            history.RecordedEvent: name location channel
            history.RecordedEvent.Stored: sha256
            kernel.Page: next
            loyalty.PointsAccount: programme tier
            loyalty.PointsEntry: kind sale returnId
            loyalty.PointsLiability: programme currency
            loyalty.Programme: programme zone currency
            loyalty.Programme.Terms: terms
            reservation.Reservation: reservation channel
            reservation.Reservation.Units: location sku
            stock.Availability: sku location
            stock.Movement: location sku kind condition reference channel
            stock.PooledAvailability: sku channel
            storedvalue.Account: kind currency zone location
            storedvalue.Balance: kind currency
            storedvalue.Entry: kind currency cause location sale returnId
            storedvalue.Liability: kind currency
            trade.Entry: id sku currency
            trade.Figure: period channel location country sku currency positions
            trade.Figures: next
            trade.Formula: name definition
            trade.Return: returnId sale receipt location channel country currency
            trade.Return.Line: sku disposition
            trade.Return.Refund: type
            trade.Sale: sale receipt location channel country currency handover
            trade.Sale.Discount: kind
            trade.Sale.Line: sku stock
            trade.Sale.Points: programme
            trade.Sale.Tax: code
            trade.Sale.Tender: type
            transfer.InTransit: sku location
            transfer.InTransit.Load: transfer source
            transfer.Transfer: transfer source destination carrier sscc currency
            transfer.Transfer.Line: sku
            transfer.Transfer.Loss: sku owner""");

    final RequestMappingHandlerMapping endpoints;
    final Set<Class<?>> answers = new LinkedHashSet<>();

    MembersTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @BeforeEach
    void allAnswers() {
        for (var endpoint : endpoints.getHandlerMethods().values())
            // The feed gives events as they were stored, to those who may see all of them.
            if (isOurs(endpoint) && !isFeed(endpoint))
                find(endpoint.getReturnType().getGenericParameterType());
        assertThat(answers).hasSizeGreaterThan(30);
    }

    private static boolean isFeed(HandlerMethod endpoint) {
        return endpoint.getBeanType().getPackageName().endsWith(".feed");
    }

    @Test
    void everyTextWasLookedAt() {
        var texts = new TreeSet<String>();
        for (var answer : answers)
            for (var member : answer.getRecordComponents())
                if (mayTellOfAPerson(member)) texts.add(name(answer) + ": " + member.getName());

        assertThat(texts).containsExactlyInAnyOrderElementsOf(TEXTS_OF_THINGS);
    }

    @Test
    void whatIsLeftOutCanBeAbsent() {
        for (var answer : answers)
            for (var member : answer.getRecordComponents())
                if (member.isAnnotationPresent(Personal.class) || member.isAnnotationPresent(Everywhere.class)) {
                    assertThat(member.getType().isPrimitive())
                            .as(member.toString())
                            .isFalse();
                    assertThat(answer.getAnnotation(JsonInclude.class).value())
                            .as(answer.toString())
                            .isEqualTo(JsonInclude.Include.NON_NULL);
                }
    }

    /** It is refused where the {@link Read} is made of the request. */
    @Test
    void aReadThatSomeAreRefusedIsMadeOfTheRequest() {
        for (var endpoint : endpoints.getHandlerMethods().values())
            if (endpoint.hasMethodAnnotation(Personal.class) || endpoint.hasMethodAnnotation(Everywhere.class))
                assertThat(endpoint.getMethod().getParameterTypes())
                        .as(endpoint.toString())
                        .contains(Read.class);
    }

    @Test
    void aMemberIsLeftOutHoweverDeepItStands() {
        var without = new Sight(Seen.all(), Seen.all(), false);
        var page = new Page<>(List.of(new Outer("seen", List.of(new Inner("seen", "Ana")))), null, 7);

        assertThat(Members.seen(page, without))
                .isEqualTo(new Page<>(List.of(new Outer("seen", List.of(new Inner("seen", null)))), null, 7));
        assertThat(Members.seen(page, Sight.ALL)).isSameAs(page);
    }

    record Outer(String name, List<Inner> parts) {}

    record Inner(String name, @Personal String person) {}

    /** Whether it holds words, and is not left out for those who see no personal data. */
    private boolean mayTellOfAPerson(RecordComponent member) {
        var type = content(member.getGenericType());
        return !member.isAnnotationPresent(Personal.class)
                && type != null
                && !type.isEnum()
                && !TELL_OF_NOBODY.contains(type)
                && !answers.contains(type);
    }

    /** What a list is a list of, and else the type itself; null for a variable, which stands for another answer. */
    private static Class<?> content(Type type) {
        if (type instanceof Class<?> plain) return plain;
        if (!(type instanceof ParameterizedType several)) return null;
        return content(several.getActualTypeArguments()[0]);
    }

    private void find(Type type) {
        if (type instanceof ParameterizedType several) {
            find(several.getRawType());
            Arrays.stream(several.getActualTypeArguments()).forEach(this::find);
        } else if (type instanceof Class<?> plain && isAnswer(plain) && answers.add(plain))
            Arrays.stream(plain.getRecordComponents()).forEach(member -> find(member.getGenericType()));
    }

    private static boolean isAnswer(Class<?> type) {
        return type.isRecord() && type != Decimal.class;
    }

    private static boolean isOurs(HandlerMethod endpoint) {
        return endpoint.getBeanType().getPackageName().startsWith("org.cartulary.query")
                && !endpoint.getReturnType()
                        .getGenericParameterType()
                        .getTypeName()
                        .contains(Resource.class.getName())
                && endpoint.getReturnType().getParameterType() != String.class;
    }

    /** With its package, since records of several capabilities have the same name. */
    private static String name(Class<?> answer) {
        return answer.getCanonicalName().substring("org.cartulary.query.".length());
    }

    private static Set<String> texts(String table) {
        var texts = new HashSet<String>();
        table.lines().map(line -> line.split(" ")).forEach(words -> {
            for (int i = 1; i < words.length; i++) texts.add(words[0] + " " + words[i]);
        });
        return texts;
    }
}
