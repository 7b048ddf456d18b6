package rounds.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.net.http.HttpResponse;

/// What a second reader and an author know of each other, in pages without a script.
class SecondReaderPagesTest {
    private static final Site SITE = Site.running();

    private Visit ada;
    private Visit ben;
    private Visit mod;
    private String story;
    private String write;

    @BeforeEach
    void aStory() {
        SITE.db().empty();
        long valley = SITE.community("valley", "public");
        SITE.db().run("update community set second_reader = true");
        ada = member(valley, "ada");
        ben = member(valley, "ben");
        mod = member(valley, "mod", "moderator");
        write = location(ada.post("/c/valley/cases")).replaceAll("[?].*", "");
        story = write.replace("/write", "");
        ada.post(write + "/told", "story", "She fell.", "came", "She slid.", "go", "known");
        ada.post(
                write + "/known",
                "revision",
                "0",
                "title",
                "A fall",
                "outcome",
                "mixed",
                "learning",
                "Ask first",
                "go",
                "right");
        ada.post(write + "/right", "ground", "composite", "go", "look");
    }

    private static Visit member(long community, String handle, String... roles) {
        var somebody = SITE.person(handle);
        SITE.member(community, somebody, roles);
        return SITE.as(somebody);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void whatIsSaidOfAPartStandsThereAndWhatIsSaidOfAllOnEveryStep() {
        handIn("1", "ben");
        assertThat(
                        Jsoup.parse(ben.get(story + "-a-fall").body())
                                .select("[name^=note-]")
                                .eachAttr("name"))
                .containsExactly("note-story", "note-came", "note-known");

        HttpResponse<String> returned =
                ben.post(
                        story + "/review",
                        "revision",
                        "2",
                        "verdict",
                        "returned",
                        "comment",
                        "Too <near>",
                        "note-came",
                        "When?",
                        "note-story",
                        " ",
                        "note-known",
                        "Which ward?",
                        "note-nothing",
                        "Lost");

        assertThat(returned.statusCode()).isEqualTo(303);
        var told = Jsoup.parse(ada.get(write).body());
        assertThat(told.select("#n-came").text()).contains("When?");
        assertThat(told.select("#n-story, #n-nothing")).isEmpty();
        assertThat(told.select("#said").text())
                .contains("Too <near>")
                .doesNotContain("ward", "Lost");
        assertThat(said("known")).contains("Too <near>", "Which ward?").doesNotContain("When?");
        assertThat(said("right")).contains("Too <near>").doesNotContain("When?", "Which ward?");
        assertThat(said("look")).contains("Too <near>", "When?", "Which ward?");
        assertThat(ada.get(story + "-a-fall").body()).contains("Which ward?");
        handIn("3", "ben");
        assertThat(mod.get(story + "-a-fall").body()).contains("came back once before", "When?");
        assertThat(ben.get(story + "-a-fall").body()).doesNotContain("Which ward?");
    }

    private String said(String step) {
        return Jsoup.parse(ada.get(write + "?step=" + step).body()).select("#said").text();
    }

    @Test
    void aStoryComesBackForWordsAboutOnePartAlone() {
        handIn("1", "ben");
        assertThat(verdict("2", "note-came", " ").statusCode()).isEqualTo(422);
        HttpResponse<String> tooLong = verdict("2", "note-came", "x".repeat(2_001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("id=\"e-note-came\"");

        assertThat(verdict("2", "note-came", "When?").statusCode()).isEqualTo(303);

        assertThat(Jsoup.parse(ada.get(write).body()).select("#n-came").text()).contains("When?");
    }

    private HttpResponse<String> verdict(String revision, String... words) {
        return ben.post(
                story + "/review",
                "revision",
                revision,
                "verdict",
                "returned",
                "comment",
                "",
                words[0],
                words[1]);
    }

    @Test
    void allWhoReadItWhileItWaitsSeeWhoWasAskedAndWhatComesWithoutAnAnswer() {
        handIn("1", "ben");

        assertThat(fate(ada)).contains("You asked Ben", "any moderator can read it instead");
        assertThat(fate(ben)).contains("You were asked to read it", "any moderator");
        assertThat(fate(mod)).contains("Ben was asked to read it", "any moderator");
        assertThat(ada.get("/drafts").body()).contains("Ben was asked");
        assertThat(mod.get("/c/valley/cases").body()).contains("Ben was asked");

        ada.post(story + "/taking-back");
        assertThat(ada.get(write).body()).doesNotContain("You asked Ben");
        handIn("3", "");
        assertThat(fate(ada)).contains("nobody was asked by name").doesNotContain("Ben");
        assertThat(ada.get("/drafts").body()).contains("Any moderator can read it");
    }

    private String fate(Visit visit) {
        return Jsoup.parse(visit.get(story + "-a-fall").body()).select(".fate").text();
    }

    @Test
    void whatChangedAfterItWasReadFirstIsComparedForWhoMayKnow() {
        handIn("1", "ben");
        ben.post(story + "/review", "revision", "2", "verdict", "released", "comment", "");
        String path = story + "-a-fall";
        assertThat(ada.get(path).body()).doesNotContain("since=read");
        assertThat(ada.get(story + "/revisions?since=read").statusCode()).isEqualTo(404);
        edit("She slipped.");
        edit("She slipped badly.");

        String link = "href=\"" + story + "/revisions?since=read\"";
        assertThat(ada.get(path).body()).contains("after it was read by somebody else", link);
        assertThat(mod.get(path).body()).contains(link);
        assertThat(ben.get(path).body())
                .contains("after it was read by somebody else")
                .doesNotContain("since=read");
        assertThat(ben.get(story + "/revisions?since=read").statusCode()).isEqualTo(403);
        var compared = Jsoup.parse(mod.get(story + "/revisions?since=read").body());
        assertThat(compared.select(".diff del").text()).contains("fell");
        assertThat(compared.select(".diff ins").text()).contains("slipped badly");
        assertThat(compared.select("[aria-current=true]").text()).contains("Since it was read");
    }

    private void edit(String words) {
        String revision =
                Jsoup.parse(ada.get(write).body()).select("[name=revision]").attr("value");
        location(
                ada.post(
                        write + "/edit",
                        "revision",
                        revision,
                        "story",
                        words,
                        "title",
                        "A fall",
                        "outcome",
                        "mixed",
                        "learning",
                        "Ask first",
                        "language",
                        "en"));
    }

    private void handIn(String revision, String reader) {
        location(ada.post(write + "/publication", "revision", revision, "reader", reader));
    }
}
