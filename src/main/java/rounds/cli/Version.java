package rounds.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Objects;

/// The version that stands in the jar.
final class Version implements IVersionProvider {
    static String text() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Rounds " + text()};
    }
}
