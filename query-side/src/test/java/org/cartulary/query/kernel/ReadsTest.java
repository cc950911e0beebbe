package org.cartulary.query.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.ReadTables;
import org.cartulary.query.Seed;
import org.cartulary.query.WaitedFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Design, "Projections are disposable": a read says up to which position it holds, and waits for the one asked for. */
@QueryTest
class ReadsTest {

    final Api api;
    final Seed seed;
    final WaitedFor waited;

    ReadsTest(Api api, Seed seed, WaitedFor waited) {
        this.api = api;
        this.seed = seed;
        this.waited = waited;
    }

    @BeforeEach
    void empty() {
        seed.empty();
    }

    @Test
    void everyAnswerStatesItsPosition() {
        seed.progress(7);

        var answer = api.get("/v1/products");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.position()).isEqualTo(7);
        assertThat(answer.at("/position").asLong()).isEqualTo(7);
    }

    @Test
    void aReadWaitsUntilItsPositionIsThere() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> api.get("/v1/products?min-position=9"));
        CompletableFuture.runAsync(
                () -> seed.progress(9), CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));

        var answer = waiting.get(5, TimeUnit.SECONDS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.position()).isEqualTo(9);
    }

    @Test
    void aReadSaysWhatItWaitsForAndOnlyThat() {
        seed.progress(71);

        api.get("/v1/products?min-position=71");
        api.get("/v1/products?min-position=72");

        assertThat(waited.holds("catalog", 71)).isFalse();
        assertThat(waited.holds("catalog", 72)).isTrue();
    }

    @Test
    void aPositionThatDoesNotComeInTimeIsAProblemToRetry() {
        seed.progress(3);

        var answer = api.get("/v1/products?min-position=4");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.position()).isEqualTo(3);
        assertThat(answer.at("/code").asString()).isEqualTo("POSITION_NOT_REACHED");
        assertThat(answer.at("/type").asString()).isEqualTo("urn:cartulary:problem:position-not-reached");
    }

    @Test
    void aReadOfTwoProjectionsHoldsAtTheSlowerOne(@Autowired Reads reads) {
        seed.progress(5);
        seed.database.update("update projection.progress set position = 2 where projection = 'stock'");

        var answer = reads.at(List.of("catalog", "stock"), Read.now(), () -> "any");

        assertThat(answer.position()).isEqualTo(2);
    }

    @Test
    void aReadDuringASwapOfRebuiltTablesIsDoneAgain(@Autowired Reads reads) {
        seed.progress(5);
        ReadTables.create(seed.database, "catalog", "catalog_rebuild");
        var attempts = new AtomicInteger();

        var answer = reads.at("catalog", Read.now(), () -> {
            if (attempts.incrementAndGet() == 1) swap();
            return attempts.get();
        });

        assertThat(answer.value()).isEqualTo(2);
    }

    void swap() {
        CompletableFuture.runAsync(() -> {
                    seed.database.execute("drop schema catalog cascade");
                    seed.database.execute("alter schema catalog_rebuild rename to catalog");
                })
                .join();
    }
}
