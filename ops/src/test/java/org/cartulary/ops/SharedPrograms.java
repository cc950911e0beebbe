package org.cartulary.ops;

import java.nio.file.Path;

/** One unpacked PostgreSQL for all tests: unpacking takes seconds, and each test has a home of its own. */
public final class SharedPrograms {
    public static final Path DIRECTORY = Path.of("target", "postgres-programs").toAbsolutePath();

    private SharedPrograms() {}
}
