package org.cartulary.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checked-out repository lies, from whichever of its folders the tests run. */
public final class Repository {

    private Repository() {}

    /** The outermost folder above the working directory that is still built by Maven. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (Files.exists(folder.getParent().resolve("pom.xml"))) folder = folder.getParent();
        return folder;
    }

    /** Whether generated files shall be written instead of compared: {@code -Dcartulary.approve=true}. */
    public static boolean isApproving() {
        return Boolean.getBoolean("cartulary.approve");
    }
}
