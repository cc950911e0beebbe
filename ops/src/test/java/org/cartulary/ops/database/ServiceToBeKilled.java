package org.cartulary.ops.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.cartulary.ops.SharedPrograms;

/** A process that starts the embedded PostgreSQL, says so, and waits for its end. */
final class ServiceToBeKilled {
    private ServiceToBeKilled() {}

    public static void main(String... arguments) throws InterruptedException {
        Database.embedded(new Home(Path.of(arguments[0])), SharedPrograms.DIRECTORY);
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
