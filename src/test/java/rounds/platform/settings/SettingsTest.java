package rounds.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.value.MapPropertyResolver;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

class SettingsTest {
    private static final Map<String, Object> ENOUGH =
            Map.of(
                    "rounds.port", "8080",
                    "rounds.home", "data",
                    "rounds.db.pool", "10",
                    "rounds.theme", "default",
                    "rounds.themes", "themes",
                    "rounds.limits", "on",
                    "rounds.library-gigabytes", "20");

    @Test
    void nothingNeedsToBeSet() {
        try (ApplicationContext context =
                ApplicationContext.builder().deduceEnvironment(false).banner(false).build()) {
            context.getEnvironment().start();

            Settings settings = Settings.from(context.getEnvironment());

            assertThat(settings.port()).isEqualTo(8080);
            assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
            assertThat(settings.mailFrom()).isEqualTo("rounds@localhost");
            assertThat(settings.externalDatabase()).isNull();
            assertThat(settings.sample()).isTrue();
            assertThat(settings.limits()).isTrue();
            assertThat(settings.home())
                    .isEqualTo(
                            Path.of(System.getProperty("rounds.project", ""), "data")
                                    .toAbsolutePath());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rounds.port          | abc                 | ROUNDS_PORT is 'abc': it must be a whole number from 0 to 65535.
                    rounds.port          | 65536               | ROUNDS_PORT is '65536': it must be a whole number from 0 to 65535.
                    rounds.clamd         | localhost           | ROUNDS_CLAMD is 'localhost': it must be a host and a port, like clamd.example.org:3310.
                    rounds.port          | ''                  | ROUNDS_PORT is missing: it must be a whole number from 0 to 65535.
                    rounds.home          | ' '                 | ROUNDS_HOME is missing: it must be the path of a folder.
                    rounds.db.url        | mysql://here/rounds | ROUNDS_DB_URL is 'mysql://here/rounds': it must begin with jdbc:postgresql://host/database.
                    rounds.db.url        | jdbc:postgresql://h/d | ROUNDS_DB_USER is missing: it must name the role that owns the database at ROUNDS_DB_URL.
                    rounds.db.user       | owner               | ROUNDS_DB_PASSWORD is missing: it must be given together with ROUNDS_DB_USER.
                    rounds.db.app-password | x                 | ROUNDS_DB_APP_USER is missing: it must be given together with ROUNDS_DB_APP_PASSWORD.
                    rounds.db.pool       | 0                   | ROUNDS_DB_POOL is '0': it must be a whole number from 1 to 1000.
                    rounds.theme         | ../secret           | ROUNDS_THEME is '../secret': it must be the name of a folder in ROUNDS_THEMES.
                    rounds.themes        | /not/there          | ROUNDS_THEMES is '/not/there': it must be a folder that is there.
                    rounds.sample-password | a                 | ROUNDS_SAMPLE_PASSWORD is too short: it must have at least 10 characters, as everybody's password.
                    rounds.base-url      | rounds.example.org  | ROUNDS_BASE_URL is 'rounds.example.org': it must be an address like https://rounds.example.org, without a path.
                    rounds.base-url      | https://a.org/here  | ROUNDS_BASE_URL is 'https://a.org/here': it must be an address like https://rounds.example.org, without a path.
                    rounds.secret        | short               | ROUNDS_SECRET is too short: it must have at least 32 characters, all of them random.
                    rounds.smtp-url      | smtp:secret         | ROUNDS_SMTP_URL must look like smtp://user:password@mail.example.org:587.
                    rounds.mail-from     | Rounds              | ROUNDS_MAIL_FROM is 'Rounds': it must be an e-mail address.
                    rounds.sample        | maybe               | ROUNDS_SAMPLE is 'maybe': it must be on or off.
                    rounds.limits        | 100                 | ROUNDS_LIMITS is '100': it must be on or off.
                    """)
    void aWrongOneIsNamedInOneSentence(String name, String value, String sentence) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(CannotStart.class)
                .hasMessage(sentence);
    }

    @Test
    void rolesOfTheDatabaseWantItsAddress() {
        assertThatThrownBy(() -> read(Map.of("rounds.db.user", "owner", "rounds.db.password", "x")))
                .hasMessage(
                        "ROUNDS_DB_USER is given without ROUNDS_DB_URL, which says where that role lives.");
    }

    @Test
    void withAnExternalDatabaseTheSampleIsOffUnlessAskedFor() {
        Map<String, String> external =
                Map.of(
                        "rounds.db.url",
                        "jdbc:postgresql://h/d",
                        "rounds.db.user",
                        "owner",
                        "rounds.db.password",
                        "x");
        Map<String, String> withSample = new HashMap<>(external);
        withSample.put("rounds.sample", "on");

        assertThat(read(external).sample()).isFalse();
        assertThat(read(withSample).sample()).isTrue();
    }

    @Test
    void portZeroBecomesAFreePortAlsoInTheAddress() {
        Settings settings = read(Map.of("rounds.port", "0"));

        assertThat(settings.port()).isPositive();
        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:" + settings.port()));
    }

    @Test
    void everySettingStandsInTheConfigurationWithItsVariable() throws IOException {
        String configuration = Files.readString(Path.of("config", "application.yml"));
        List<String> variables =
                Pattern.compile("\\$\\{(ROUNDS_[A-Z_]+):")
                        .matcher(configuration)
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(variables)
                .containsExactlyInAnyOrderElementsOf(
                        SettingsReader.NAMES.stream().map(SettingsReader::variable).toList());
    }

    @Test
    void aMistypedVariableIsFound() {
        assertThat(Settings.mistaken(List.of("ROUNDS_PORT", "ROUNDS_PROT", "PATH")))
                .containsExactly("ROUNDS_PROT");
    }

    @Test
    void secretsAreNotShown() {
        Settings settings =
                read(
                        Map.of(
                                "rounds.db.url",
                                "jdbc:postgresql://h/d",
                                "rounds.db.user",
                                "owner",
                                "rounds.db.password",
                                "hidden",
                                "rounds.secret",
                                "hidden".repeat(6)));

        assertThat(List.of(settings, String.valueOf(settings.externalDatabase())).toString())
                .doesNotContain("hidden");
    }

    private static Settings read(Map<String, String> given) {
        Map<String, Object> all = new HashMap<>(ENOUGH);
        all.putAll(given);
        return Settings.from(new MapPropertyResolver(all));
    }
}
