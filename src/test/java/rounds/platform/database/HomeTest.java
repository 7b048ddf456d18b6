package rounds.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class HomeTest {
    @TempDir private Path folder;

    @Test
    void oneHoldsItAndTheNextIsToldWho() {
        try (Home first = Home.open(folder);
                Home second = Home.open(folder)) {
            assertThat(first.take(Home.Holder.of("serve", "http://localhost:1"))).isEmpty();

            assertThat(second.take(Home.Holder.of("import", "")))
                    .hasValueSatisfying(holder ->
                            assertThat(holder.inWords())
                                    .isEqualTo(
                                            "serve (process "
                                                    + ProcessHandle.current().pid()
                                                    + ", http://localhost:1)"));
        }
    }

    @Test
    void afterTheEndItIsFree() {
        try (Home first = Home.open(folder)) {
            first.take(Home.Holder.of("serve", "http://localhost:1"));
        }

        try (Home second = Home.open(folder)) {
            assertThat(second.take(Home.Holder.of("serve", "http://localhost:2"))).isEmpty();
        }
    }

    @Test
    void whatAKilledHolderNotedHoldsNothing() throws IOException {
        Files.writeString(folder.resolve("running"), "serve 1 12345 http://localhost:1");

        try (Home home = Home.open(folder)) {
            assertThat(home.take(Home.Holder.of("serve", "http://localhost:2"))).isEmpty();
        }
    }

    @Test
    void theSecretIsMadeOnceAndItsOwnerAloneReadsIt() throws IOException {
        String made = Home.open(folder).secret(null);

        assertThat(Home.open(folder).secret(null)).isEqualTo(made).hasSizeGreaterThan(40);
        assertThat(Home.open(folder).secret("as given")).isEqualTo("as given");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
