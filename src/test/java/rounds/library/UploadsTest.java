package rounds.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import static rounds.library.LibrarySite.problemOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.cli.Site;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.support.Clamd;
import rounds.support.Photos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Files on their way into a library.
class UploadsTest {
    private final LibrarySite site = LibrarySite.emptied();
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;

    @BeforeEach
    void people() {
        long valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
    }

    @Test
    void afterABrokenConnectionItGoesOnWhereItStopped() throws IOException {
        Upload upload = site.uploads.begin(ada, "guide.txt", 11);

        Throwable broken =
                catchThrowable(
                        () -> site.uploads.append(ada, upload.id(), 0, breakingAfter("Hello")));

        assertThat(broken).isInstanceOf(IOException.class);
        assertThat(site.uploads.find(ada, upload.id()).received()).isEqualTo(5);
        assertThat(problemOf(() -> site.uploads.append(ada, upload.id(), 0, of("Hello "))))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(site.uploads.append(ada, upload.id(), 5, of(" world")).isWhole()).isTrue();
    }

    @Test
    void nobodyElseKnowsOfIt() throws IOException {
        Upload upload = site.file(ada, "guide.txt", "Words");

        assertThat(problemOf(() -> site.uploads.find(ben, upload.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(
                        problemOf(() ->
                                site.library.share(
                                        ben,
                                        "valley",
                                        Details.of(ResourceKind.TOOL, "Stolen"),
                                        new Material.File(upload.id()),
                                        null)))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problemOf(() -> site.uploads.begin(site.person("eve"), "a.txt", 5)))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void whatIsNotTakenLeavesNothing() {
        Problem refused = problemOf(() -> site.file(ada, "guide.pdf", "<html>No PDF</html>"));

        assertThat(((Problem.Invalid) refused).fields().getFirst().why())
                .startsWith("document.refused.");
        assertThat(site.db.count("select count(*) from upload")).isZero();
    }

    @Test
    void whatTheVirusScannerStopsLeavesNothing(@TempDir Path home) throws IOException {
        var settings = site.db.settings();
        settings.put("rounds.home", home.toString());
        try (Clamd clamd = Clamd.answering(UploadsTest::judged)) {
            settings.put("rounds.clamd", "localhost:" + clamd.port());
            try (Site scanned = Site.open("scanned", settings)) {
                Uploads uploads = scanned.get(Uploads.class);

                assertThat(uploads.take(ada, "a.txt", of("Good words")).isWhole()).isTrue();
                Problem refused = problemOf(() -> uploads.take(ada, "b.txt", of("Evil words")));
                assertThat(((Problem.Invalid) refused).fields().getFirst().why())
                        .isEqualTo("document.refused.infected");
            }
        }
        assertThat(site.db.count("select count(*) from upload")).isEqualTo(1);
    }

    @Test
    void whatWasSentTodayCountsAlsoWhenItWasTakenBack(@TempDir Path home) throws IOException {
        var settings = site.db.settings();
        settings.put("rounds.home", home.toString());
        settings.put("rounds.limits", "on");
        try (Site limited = Site.open("limited", settings)) {
            Uploads uploads = limited.get(Uploads.class);
            for (int sent = 0; sent < 40; sent++) {
                uploads.drop(ada, uploads.begin(ada, "a.txt", Uploads.MOST_BYTES).id());
            }

            Problem refused = problemOf(() -> uploads.begin(ada, "a.txt", Uploads.MOST_BYTES));

            assertThat(((Problem.Invalid) refused).fields().getFirst().why())
                    .isEqualTo("document.refused.today");
            assertThat(uploads.begin(ben, "b.txt", 5).id()).isPositive();
        }
    }

    private static String judged(byte[] shown) {
        return new String(shown, StandardCharsets.UTF_8).contains("Evil")
                ? "stream: Evil FOUND"
                : "stream: OK";
    }

    @Test
    void aFullLibraryTakesNoMoreFiles() throws IOException {
        Resource first = share(site.file(ada, "guide.txt", "Words"));
        site.db.run("update resource_version set bytes = 20::bigint << 30");
        Upload next = site.file(ada, "more.txt", "More words");

        Problem refused = problemOf(() -> share(next));

        assertThat(((Problem.Invalid) refused).fields().getFirst().why()).isEqualTo("library.full");
        assertThat(site.text(ada, "valley", "A text", "Words").id()).isPositive();
        assertThat(first.id()).isPositive();
    }

    @Test
    void ofAPictureNothingIsKeptButThePicture() throws IOException {
        byte[] photo = Photos.jpeg(400, 300, 1);
        Upload upload = site.uploads.take(ada, "knee.jpg", new ByteArrayInputStream(photo));
        Resource shared = share(upload);

        byte[] kept = site.library.open(site.library.file(ada, shared.id(), 1)).readAllBytes();

        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Photos.SECRET);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(Photos.SECRET);
    }

    @Test
    void aTextInTheLettersOfWindowsIsKeptAsWhatWeSayItIs() throws IOException {
        byte[] letters = "Détresse".getBytes(java.nio.charset.Charset.forName("windows-1252"));
        Upload upload = site.uploads.take(ada, "note.txt", new ByteArrayInputStream(letters));

        Resource shared = share(upload);

        assertThat(site.library.open(site.library.file(ada, shared.id(), 1)).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Détresse");
    }

    @Test
    void theSameBytesTwiceTakeOnePlaceAndTellNobody() throws IOException {
        Resource hers = share(site.file(ada, "a.txt", "The same words"));
        Upload his = site.file(ben, "b.txt", "The same words");

        assertThat(his.isWhole()).isTrue();
        assertThat(
                        site.db.count(
                                "select count(distinct hash) from (select hash from upload union all select hash from resource_version) h"))
                .isEqualTo(1);
        site.deciding.delete(ada, hers.id(), "");
        Resource other =
                site.library.share(
                        ben,
                        "valley",
                        Details.of(ResourceKind.TOOL, "His"),
                        new Material.File(his.id()),
                        null);
        assertThat(site.library.open(site.library.file(ben, other.id(), 1)).readAllBytes())
                .asString()
                .isEqualTo("The same words");
    }

    @Test
    void aFileIsFoundByItsTextPageByPage() throws IOException {
        Resource shared =
                share(site.file(ada, "guide.md", "# One\n\nFirst words\n\n# Two\n\nSecond words"));

        site.readAll();

        assertThat(site.library.page(ben, shared.id(), null).shown().text())
                .isEqualTo(TextState.READ);
        assertThat(site.library.text(ben, shared.id(), 1, 1, 10))
                .isNotEmpty()
                .anySatisfy(page -> assertThat(page.text()).contains("Second words"));
    }

    @Test
    void aNodeThatEndsInTheMiddleOfReadingIsFollowedByAnother() throws IOException {
        Resource shared = share(site.file(ada, "guide.txt", "Words"));
        site.db.run("update resource_version set tries = 1, read_until = now() - interval '1 s'");

        site.readAll();

        assertThat(site.library.page(ben, shared.id(), null).shown().text())
                .isEqualTo(TextState.READ);
    }

    @Test
    void whatEndsEveryNodeIsGivenUp() throws IOException {
        Resource shared = share(site.file(ada, "guide.txt", "Words"));
        site.db.run("update resource_version set tries = 3");

        site.readAll();

        assertThat(site.library.page(ada, shared.id(), null).shown().text())
                .isEqualTo(TextState.FAILED);
    }

    private Resource share(Upload upload) {
        return site.library.share(
                ada,
                "valley",
                Details.of(ResourceKind.GUIDELINE, "Guide"),
                new Material.File(upload.id()),
                null);
    }

    private static InputStream of(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream breakingAfter(String text) {
        return new java.io.SequenceInputStream(
                of(text),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the connection broke");
                    }
                });
    }

    @Test
    void theLanguageIsHeardFromTheTextWhereNobodySaidIt() throws IOException {
        String french =
                "Les patients sont vus chaque jour avec leur famille, et nous notons ce qui est dit.";
        Resource guide = shared("Rounds 2026", french, "");
        Resource other = shared("Rounds 2027", french + " Aussi.", "en");
        assertThat(guide.details().language()).isEqualTo("en");

        site.readAll();

        assertThat(language(guide)).isEqualTo("fr");
        assertThat(language(other)).as("somebody said it").isEqualTo("en");
        assertThat(
                        site.db.count(
                                "select count(*) from change_log where content_id = %d and what = 'audience'"
                                        .formatted(guide.id())))
                .as("indexed again")
                .isPositive();

        site.library.edit(
                ada, guide.id(), Details.of(ResourceKind.TOOL, "The rounds of the day"), null);
        assertThat(language(guide)).as("what stands in it decides").isEqualTo("fr");
    }

    private Resource shared(String title, String text, String language) throws IOException {
        Upload upload = site.file(ada, title + ".txt", text);
        Details details = Details.of(ResourceKind.TOOL, title);
        return site.library.share(
                ada,
                "valley",
                new Details(
                        details.kind(),
                        title,
                        "",
                        language,
                        details.tags(),
                        details.keywords(),
                        details.authors(),
                        "",
                        details.licence(),
                        "",
                        null,
                        "",
                        "",
                        "",
                        null),
                new Material.File(upload.id()),
                null);
    }

    private String language(Resource resource) {
        return site.library.resource(ada, resource.id()).details().language();
    }

    @Test
    void aNameShowsAsItIs() throws IOException {
        Upload upload = site.file(ada, "guide\u202Exe.\u2066\u0007fdp.txt", "Words");
        assertThat(upload.name()).isEqualTo("guidexe. fdp.txt");

        Resource shared = shared("Dose \u202Elatot\u202C a day", "Words enough", "en");
        assertThat(shared.title()).isEqualTo("Dose latot a day");
    }
}
