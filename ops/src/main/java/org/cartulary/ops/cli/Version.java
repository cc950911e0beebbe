package org.cartulary.ops.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version, as the manifest of the jar has it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"cartulary " + Objects.requireNonNullElse(version, "from its sources")};
    }
}
