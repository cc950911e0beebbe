package org.cartulary.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final long FOR_EVER = Duration.ofMinutes(1).toNanos();

    @Test
    void aCrowdThatComesAtOnceWaitsAndIsLetInAsOthersLeave() throws Exception {
        var places = new Places(fixed(2), 100, FOR_EVER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var crowd = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 20; i++) crowd.add(threads.submit(passing(places)));
            for (var one : crowd) assertThat(one.get()).isTrue();
        }
        assertThat(places.inside()).isZero();
    }

    @Test
    void whoFindsTheLineFullIsSentAwayWithoutWaiting() throws Exception {
        var places = new Places(fixed(1), 1, FOR_EVER);
        assertThat(places.take()).isTrue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(places::take);
            await().until(() -> !places.hasRoom());
            assertThat(places.take()).isFalse();
            places.leave(0);
            assertThat(waiting.get()).isTrue();
        }
    }

    @Test
    void aCrowdThatStaysFindsAShortLine() throws Exception {
        var places = new Places(fixed(8), 100, Duration.ofSeconds(1).toNanos());
        for (int i = 0; i < 8; i++) places.take();
        assertThat(places.take())
                .as("after waiting as long as there is patience")
                .isFalse();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var crowd = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 10; i++) crowd.add(threads.submit(places::take));
            await().until(() -> crowd.stream().filter(Future::isDone).count() == 7);
            for (int i = 0; i < 3; i++) places.leave(0);
            await().until(() -> crowd.stream().allMatch(Future::isDone));
            assertThat(crowd).filteredOn(Future::resultNow).hasSize(3);
        }
    }

    private static Pace fixed(int places) {
        return new Pace(places, places, Duration.ofMillis(1));
    }

    private static Callable<Boolean> passing(Places places) {
        return () -> {
            boolean isIn = places.take();
            if (isIn) places.leave(1);
            return isIn;
        };
    }
}
