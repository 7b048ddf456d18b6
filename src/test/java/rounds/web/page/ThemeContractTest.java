package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.Sample;
import rounds.support.TemplateSamples;
import rounds.web.Signboard;
import rounds.web.security.Csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What every template of the default theme keeps to.
class ThemeContractTest {
    private static final Path PROJECT = Path.of(System.getProperty("rounds.project", ""));
    private static final Path TEMPLATES = PROJECT.resolve("themes/default/templates");
    private static final Path MESSAGES = PROJECT.resolve("themes/default/messages");

    private static final Pattern KEY = Pattern.compile("\"([a-z0-9.-]+)\"\\s*\\|\\s*t\\b");
    private static final Pattern PEBBLE = Pattern.compile("(?s)\\{#.*?#}|\\{\\{.*?}}|\\{%.*?%}");
    private static final Pattern UNQUOTED = Pattern.compile("<[a-z][^<>]*=[^\"][^<>]*>");

    private static final Theme THEME =
            new Theme(new ThemeFiles(null, PROJECT.resolve("themes/default")), Clock.systemUTC());
    private static final Signboard SITE =
            new Signboard("Rounds", "http://localhost:8080", "0.1", "America/Toronto");
    private static final Chrome CHROME =
            new Chrome(SITE, new Csrf("a secret of this test", SITE), THEME);
    private static final Me ME =
            new Me(
                    7,
                    "amara",
                    "Amara <Diallo>",
                    null,
                    "dark",
                    "America/Toronto",
                    true,
                    true,
                    true,
                    List.of(
                            new Me.Place("frail", "Frail older adults & us", 3),
                            new Me.Place("rural", "Rural", 3)),
                    100);

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameMessages() throws IOException {
        assertThat(keys("fr")).isEqualTo(keys("en"));
    }

    @Test
    void frenchIsWrittenWithItsSpaces() throws IOException {
        Properties french = bundle("fr");

        assertThat(french.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(french.getProperty(key))
                                .as(key)
                                .doesNotContain(" :", " ;", " ?", " !", "« ", " »", "'"));
    }

    /// French takes `.one` for none, too: what says "one" in words or in a fixed figure would say
    /// it of nothing.
    @Test
    void frenchSaysNoneWhereThereIsNone() throws IOException {
        Properties french = bundle("fr");

        assertThat(french.stringPropertyNames().stream().filter(key -> key.endsWith(".other")))
                .allSatisfy(key -> {
                    String counted = key.substring(0, key.length() - ".other".length());
                    if (french.getProperty(counted + ".one") != null
                            && french.getProperty(counted + ".none") == null) {
                        assertThat(places(french.getProperty(counted + ".one")))
                                .as("of what .other names, %s.one misses", counted)
                                .containsAll(places(french.getProperty(key)));
                    }
                });
    }

    private static List<String> places(String message) {
        return PLACE.matcher(message).results().map(MatchResult::group).toList();
    }

    @Test
    void englishUsesTypographicApostrophes() throws IOException {
        Properties english = bundle("en");

        assertThat(english.stringPropertyNames())
                .allSatisfy(
                        key -> assertThat(english.getProperty(key)).as(key).doesNotContain("'"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyMessageThatATemplateNamesIsThere(String template) throws IOException {
        var found = KEY.matcher(source(template));
        var missing = new TreeSet<String>();
        while (found.find()) {
            String key = found.group(1);
            if (!THEME.messages().has(key) && !THEME.messages().has(key + ".other")) {
                missing.add(key);
            }
        }

        assertThat(missing).isEmpty();
    }

    /// The later one would be said in place of the first.
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void noMessageHasTwoTexts(String language) throws IOException {
        List<String> keys =
                Files.readAllLines(MESSAGES.resolve(language + ".properties")).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateSaysFirstWhatItShowsOrTakes(String template) throws IOException {
        assertThat(source(template)).startsWith("{# ");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyAttributeIsQuotedAndNothingIsInline(String template) throws IOException {
        String html = PEBBLE.matcher(source(template)).replaceAll("x");

        assertThat(
                        UNQUOTED.matcher(html.replaceAll("\"[^\"<>]*\"", "\"\""))
                                .results()
                                .map(found -> found.group()))
                .isEmpty();
        assertThat(html)
                .doesNotContainPattern("\\s(style|on[a-z]+)=")
                .doesNotContain("<style", "javascript:");
        assertThat(html)
                .doesNotContainPattern(
                        "<script(?! type=\"application/ld\\+json\">)(?![^>]*\\ssrc=)");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatIsShownRawSaysWhyThatIsSafe(String template) throws IOException {
        String[] lines = source(template).split("\n");
        for (int line = 0; line < lines.length; line++) {
            if (lines[line].matches(".*\\|\\s*raw\\b.*")) {
                String around = lines[0] + (line > 0 ? lines[line - 1] : "") + lines[line];
                assertThat(around).as("line " + (line + 1)).containsIgnoringCase("sanitised");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateCanBeRead(String template) {
        THEME.read(template);
    }

    @Test
    void everyPageHasASample() throws IOException {
        List<String> sampled = TemplateSamples.all().stream().map(Sample::template).toList();

        assertThat(pages()).isSubsetOf(sampled);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyPageRendersForEverybody(Sample sample) {
        for (Language language : Language.values()) {
            for (@Nullable Me me : new @Nullable Me[] {null, ME}) {
                String html = render(sample, language, me);

                assertSound(html, language);
            }
        }
    }

    private static void assertSound(String html, Language language) {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).as("HTML errors").isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo(language.code());
        assertThat(page.select("h1")).as("one h1").hasSize(1);
        assertThat(page.select("title").text()).doesNotStartWith("–");
        assertThat(duplicates(page)).as("ids that stand twice").isEmpty();
        assertThat(page.select("form[method=post]:not(:has(input[name=csrf]))"))
                .as("forms without token")
                .isEmpty();
        assertThat(page.select("form[method=post] form")).isEmpty();
        assertThat(unlabelled(page)).as("fields without label").isEmpty();
        assertThat(page.select("img:not([alt])")).isEmpty();
        assertThat(page.select("[aria-describedby], [aria-labelledby]"))
                .allSatisfy(element -> assertThat(dangling(page, element)).isEmpty());
    }

    private static List<String> duplicates(Document page) {
        List<String> ids = page.select("[id]").eachAttr("id");
        return ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .toList();
    }

    private static List<Element> unlabelled(Document page) {
        return page.select("input:not([type=hidden]), select, textarea:not([hidden])").stream()
                .filter(field -> !field.hasAttr("aria-label") && !field.hasAttr("aria-labelledby"))
                .filter(field -> field.closest("label") == null)
                .filter(field -> page.select("label[for=\"" + field.id() + "\"]").isEmpty())
                .toList();
    }

    private static List<String> dangling(Document page, Element element) {
        String named = element.attr("aria-describedby") + " " + element.attr("aria-labelledby");
        return Stream.of(named.strip().split("\\s+"))
                .filter(id -> page.getElementById(id) == null)
                .toList();
    }

    private static String render(Sample sample, Language language, @Nullable Me me) {
        var request = HttpRequest.GET("/somewhere?a=b").header("Accept-Language", language.code());
        var page = new Page(sample.template(), sample.page(), status(sample), me);
        return new String(CHROME.render(page, request, HttpResponse.ok()), StandardCharsets.UTF_8);
    }

    private static HttpStatus status(Sample sample) {
        return Refusal.in(sample.page()) == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    static List<Sample> samples() {
        return TemplateSamples.all();
    }

    static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> TEMPLATES.relativize(file).toString().replaceFirst("\\.html$", ""))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> pages() throws IOException {
        return templates().stream()
                .filter(name ->
                        !name.startsWith("_") && !name.contains("/_") && !name.startsWith("layout"))
                .toList();
    }

    private static String source(String template) throws IOException {
        return Files.readString(TEMPLATES.resolve(template + ".html"));
    }

    private static TreeSet<String> keys(String language) throws IOException {
        return new TreeSet<>(bundle(language).stringPropertyNames());
    }

    private static Properties bundle(String language) throws IOException {
        var bundle = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(language + ".properties"))) {
            bundle.load(reader);
        }
        return bundle;
    }
}
