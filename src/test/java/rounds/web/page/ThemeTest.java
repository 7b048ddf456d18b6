package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

class ThemeTest {
    private static final Path DEFAULT =
            Path.of(System.getProperty("rounds.project", "")).resolve("themes/default");
    private static final Reader READER = new Reader(Language.EN, ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void aThemeOverridesTemplatesMessagesAndAssetsFileByFile() throws IOException {
        put("templates/_say.html", "<p class=\"mine\">{{ text }}</p>");
        put(
                "templates/page.html",
                "{% include \"_say\" with {\"tone\": \"\", \"text\": \"frame.help\" | t} %}{{ \"frame.skip\" | t }}");
        put("messages/en.properties", "frame.help=Assistance");
        put("assets/theme.css", ":root{--pen: #7a1f5c;}");
        Theme theme = theme();

        assertThat(render(theme, "page"))
                .isEqualTo("<p class=\"mine\">Assistance</p>Skip to the text");
        assertThat(theme.messages().text(Language.FR, "frame.help", List.of())).isEqualTo("Aide");
        Asset sheet = theme.assets().find("rounds.css");
        assertThat(new String(sheet.bytes(), StandardCharsets.UTF_8))
                .contains(":root{--pen:#7a1f5c}")
                .contains(".masthead")
                .contains("url(/assets/");
    }

    @Test
    void aThemeExtendsWhatItOverrides() throws IOException {
        put(
                "templates/_say.html",
                "{% extends \"default:_base\" %}{% block a %}mine{% endblock %}");
        var files = new ThemeFiles(folder, folder.resolve("standard"));
        put("standard/templates/_base.html", "<b>{% block a %}theirs{% endblock %}</b>");
        put("standard/templates/_say.html", "never");

        assertThat(render(new Theme(files, Clock.systemUTC()), "_say")).isEqualTo("<b>mine</b>");
    }

    @Test
    void aChangedFileIsSeenWithoutARestart() throws Exception {
        put("templates/page.html", "one");
        Theme theme = theme();
        assertThat(render(theme, "page")).isEqualTo("one");

        put("templates/page.html", "two");
        folder.resolve("templates/page.html").toFile().setLastModified(1_000_000_000_000L);
        Thread.sleep(600); // It looks twice a second.

        assertThat(render(theme, "page")).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "..",
                "/etc/passwd",
                "a/../../secret.txt",
                "link.txt",
                ".hidden",
                ""
            })
    void nothingOutsideTheFolderIsRead(String path) throws IOException {
        put("secret.txt", "secret");
        put("theme/.hidden", "secret");
        Path theme = folder.resolve("theme");
        Files.createSymbolicLink(theme.resolve("link.txt"), folder.resolve("secret.txt"));

        assertThat(new ThemeFiles(theme, DEFAULT).read(path)).isNull();
    }

    @Test
    void aMissingVariableIsAnError() throws IOException {
        put("templates/page.html", "{{ nowhere }}");

        assertThatThrownBy(() -> render(theme(), "page")).hasMessageContaining("nowhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page.getClass()",
                "page.class.forName('java.lang.Runtime')",
                "page.name.getClass()",
                "page.name.getBytes()",
                "page.name.class",
                "page.bean.delete()",
                "page.kind.declaringClass",
                "page.kind.getDeclaringClass()",
                "page.names.add('x')",
                "page.names.clear()",
                "page.names.stream()",
                "page.wait()",
                "page.change()",
                "template.engine",
                "locale.displayName",
                "_context.getClass()",
            })
    void aTemplateCannotRunJava(String expression) throws IOException {
        put("templates/page.html", "{{ " + expression + " }}");

        assertThatThrownBy(() -> render(theme(), "page"))
                .isInstanceOf(io.pebbletemplates.pebble.error.PebbleException.class);
    }

    @Test
    void aTemplateAsksRecordsEnumsAndCollections() throws IOException {
        put(
                "templates/page.html",
                "{{ page.name }} {{ page.loud }} {{ page.kind.name }} {{ page.kind.code }} {{ page.names.size }} "
                        + "{{ page.names[0] }} {{ page.empty }}");

        assertThat(render(theme(), "page")).isEqualTo("a&lt;b A&lt;B ONE one 2 x false");
    }

    private Theme theme() {
        return new Theme(new ThemeFiles(folder, DEFAULT), Clock.systemUTC());
    }

    private static String render(Theme theme, String template) {
        var page =
                new Sample(
                        "a<b", new Bean(), Kind.ONE, new java.util.ArrayList<>(List.of("x", "y")));
        return new String(
                theme.render(template, Map.of("page", page, Reader.NAME, READER), READER),
                StandardCharsets.UTF_8);
    }

    private void put(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    public record Sample(String name, Bean bean, Kind kind, List<String> names) {
        public String loud() {
            return name.toUpperCase(java.util.Locale.ROOT);
        }

        public boolean isEmpty() {
            return names.isEmpty();
        }

        public void change() {
            names.clear();
        }
    }

    public enum Kind {
        ONE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static final class Bean {
        public String delete() {
            return "deleted";
        }
    }
}
