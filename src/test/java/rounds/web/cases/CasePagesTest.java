package rounds.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;

/// Case stories in pages, without a script.
class CasePagesTest {
    private static final Site SITE = Site.running();

    private Visit ada;
    private Visit ben;
    private Visit mod;

    @BeforeEach
    void people() {
        SITE.db().empty();
        long valley = SITE.community("valley", "public");
        ada = member(valley, "ada");
        ben = member(valley, "ben");
        mod = member(valley, "mod", "moderator");
    }

    private static Visit member(long community, String handle, String... roles) {
        var somebody = SITE.person(handle);
        SITE.member(community, somebody, roles);
        return SITE.as(somebody);
    }

    @Test
    void aStoryIsWrittenInStepsAndReadByOthersWhenItIsPublished() {
        String write = begun();
        assertThat(save(write, "told", "story", "She fell.", "seen-story", "", "go", "known"))
                .endsWith("/write?step=known");
        assertThat(ben.get(write).statusCode()).isEqualTo(404);
        assertThat(mod.get(write).statusCode()).isEqualTo(404);
        assertThat(ada.get(write + "?step=look").body())
                .contains("Still missing", "Give the story a title.")
                .doesNotContain("Tell what happened.", ">Publish</button>");

        HttpResponse<String> refused =
                ada.post(
                        write + "/known",
                        "revision",
                        "0",
                        "title",
                        "A fall & more",
                        "learning",
                        "1\n2\n3\n4\n5\n6");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("A fall &amp; more", "At most 5 lines");
        save(
                write,
                "known",
                "revision",
                "0",
                "title",
                "A fall & more",
                "outcome",
                "failure",
                "learning",
                "Ask first",
                "conditions",
                "Heart failure, falls",
                "who-1",
                "pharmacist",
                "how-1",
                "coordination",
                "named",
                "no",
                "go",
                "right");
        save(write, "right", "ground", "ethics", "reference", "Board zebra", "go", "look");
        String look = ada.get(write + "?step=look").body();
        assertThat(look).contains(">Publish</button>", "told to moderators only");
        HttpResponse<String> published = ada.post(write + "/publication", "revision", "1");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(303);

        String path = published.headers().firstValue("Location").orElseThrow();
        String page = SITE.visitor().get(path).body();
        assertThat(page)
                .contains(
                        "A fall &amp; more", "She fell.", "Ask first", "heart-failure", "A member")
                .doesNotContain("zebra", ">Ada<", "/u/ada");
        assertThat(ben.get(path).body()).doesNotContain("zebra", ">Ada<", "/u/ada");
        assertThat(mod.get(path).body()).contains("zebra", "/u/ada", "do not see this name");
        assertThat(ben.get("/c/valley/cases?conditions=falls,+heart+failure").body())
                .contains("A fall &amp; more");
        assertThat(ben.get("/c/valley/cases?conditions=asthma").body())
                .doesNotContain("A fall &amp; more");
        assertThat(ben.get("/cases/" + id(write)).statusCode()).as("its slug").isEqualTo(301);
    }

    @Test
    void wordsFromTwoWindowsAreBothShownAndNothingIsOverwritten() {
        String write = begun();
        save(write, "told", "story", "One window", "seen-story", "", "go", "told");

        HttpResponse<String> met =
                ada.post(write + "/told", "story", "Another window", "seen-story", "");

        assertThat(met.statusCode()).isEqualTo(409);
        assertThat(met.body()).contains("One window", "Another window", "seen-story\" value=\"1\"");
        assertThat(ada.get(write).body()).contains("One window").doesNotContain("Another window");
        save(write, "told", "story", "Another window", "seen-story", "1", "go", "told");
        assertThat(ada.get(write).body()).contains("Another window");
    }

    @Test
    void whatIsWithdrawnIsThereForItsAuthorAndModeratorsOnly() {
        String write = written();
        String path =
                ada.post(write + "/publication", "revision", "1")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        ben.post("/cases/" + id(write) + "/trial", "result", "not", "setting", "home");
        ben.post("/cases/" + id(write) + "/words/same", "given", "yes");
        assertThat(ada.get(path).body()).contains("1 person: it did not work");
        assertThat(ben.post("/cases/" + id(write) + "/trial", "setting", "home").statusCode())
                .isEqualTo(422);

        assertThat(
                        ada.post("/cases/" + id(write) + "/withdrawal", "reason", "They asked")
                                .statusCode())
                .isEqualTo(303);

        assertThat(ben.get(path).statusCode()).isEqualTo(404);
        assertThat(mod.get(path).body()).contains("They asked");
        assertThat(ben.get("/c/valley/cases").body()).doesNotContain("A fall");
    }

    @Test
    void whoReadsFirstLetsAStoryOutAndWhatIsReportedLiesBeforeModerators() {
        SITE.db().run("update community set second_reader = true");
        String write = written();
        HttpResponse<String> wrong =
                ada.post(write + "/publication", "revision", "1", "reader", "nobody");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Ask another member", "value=\"nobody\"");
        String path =
                ada.post(write + "/publication", "revision", "1", "reader", "ben")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        String story = "/cases/" + id(write);
        assertThat(mod.get("/c/valley/cases").body()).contains("Wait for a second reader");
        assertThat(mod.get("/c/valley/moderation").body()).contains("A fall", ">1</span>");
        assertThat(ben.get("/c/valley/cases").body()).doesNotContain("Wait for a second reader");
        assertThat(ben.get("/c/valley/cases").body()).contains("Wait for you to read them first");
        assertThat(ben.get("/drafts").body()).contains("Wait for you to read them first", "A fall");
        assertThat(mod.get("/drafts").body()).doesNotContain("Wait for you to read them first");
        assertThat(ben.get(path).body()).contains("Let it out");
        assertThat(ada.get(path).body()).doesNotContain("Let it out").contains("go on writing");

        ben.post(
                story + "/review",
                "revision",
                "2",
                "verdict",
                "returned",
                "comment",
                "The village can be known.");
        assertThat(ada.get(path).body())
                .contains("It came back", "The village can be known.", "hand it in again");
        assertThat(ada.post(write + "/publication", "revision", "3", "reader", "ben").statusCode())
                .isEqualTo(303);
        assertThat(mod.get(path).body()).contains("came back once before");
        assertThat(ben.get(path).body()).doesNotContain("came back once before");
        ben.post(story + "/review", "revision", "4", "verdict", "released", "comment", "Well told");
        assertThat(ada.get(path).body()).contains("Well told");
        assertThat(SITE.visitor().get(path).body()).doesNotContain("Well told");
        assertThat(SITE.visitor().get(path).statusCode()).isEqualTo(200);
        ben.post(story + "/report", "kind", "patient_data", "note", "A name?");
        assertThat(SITE.visitor().get(path).statusCode()).isEqualTo(404);
        assertThat(mod.get("/c/valley/cases").body()).contains("A name?");
        assertThat(mod.get("/c/valley/moderation").body()).contains("A name?", "#decide");
        assertThat(ben.get("/c/valley/moderation").statusCode()).isEqualTo(403);
        assertThat(ada.get(path).body())
                .contains("Somebody reported patient data", "You are told what a moderator decides")
                .doesNotContain("A name?");
        HttpResponse<String> again =
                ada.post(story + "/asking", "revision", "6", "note", "Her name is <gone>");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(303);
        assertThat(ada.get(path).body()).contains("You asked that it be shown again");
        assertThat(mod.get("/c/valley/moderation").body())
                .contains("Her name is &lt;gone&gt;", "somebody reported patient data")
                .contains("href=\"" + path + "#f-restore\">Restore<");
        assertThat(mod.get(path).body()).contains("id=\"f-restore\"", ">Restore it</button>");
        assertThat(ben.post(story + "/restore").statusCode()).isEqualTo(404);
        assertThat(mod.get(path).body()).contains("It stays hidden", "decide below");
        assertThat(ada.get(path).body()).doesNotContain("It stays hidden");
        assertThat(mod.post(story + "/restore", "reason", "").statusCode()).isEqualTo(303);
        assertThat(SITE.visitor().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whoLeftAPrivateCommunityFindsHerStoryTakesWordsOutAndTakesItBack() {
        String path = published("no");
        String story = path.substring(0, 20);
        SITE.db()
                .run(
                        """
                        update community set visibility = 'private' where slug = 'valley';
                        update membership set until_at = now()
                        where person_id = (select id from person where handle = 'ada');
                        """);
        assertThat(ada.get("/c/valley").statusCode()).isEqualTo(404);
        assertThat(ada.get("/drafts").body()).contains("A fall", path);

        assertThat(ada.get(path).body())
                .contains("no longer in the community", "Take words out", "Take it back for good")
                .doesNotContain("Valley");
        String form = ada.get(story + "/write").body();
        assertThat(form).contains("put none in").doesNotContain("Valley");
        HttpResponse<String> more =
                ada.post(
                        story + "/write/edit",
                        entered("She fell over the kettle.", revision(form)));
        assertThat(more.statusCode()).isEqualTo(422);
        HttpResponse<String> less =
                ada.post(story + "/write/edit", entered("She.", revision(form)));
        assertThat(less.statusCode()).as(less.body()).isEqualTo(303);
        assertThat(ada.post(story + "/withdrawal", "reason", "The family asked").statusCode())
                .isEqualTo(303);
        assertThat(ben.get(path).statusCode()).isEqualTo(404);
        assertThat(ada.get(path).body()).contains("You have taken it back");
    }

    private static String[] entered(String story, String revision) {
        return new String[] {
            "revision",
            revision,
            "story",
            story,
            "title",
            "A fall",
            "outcome",
            "mixed",
            "learning",
            "Ask first",
            "conditions",
            "",
            "named",
            "no",
            "language",
            "en"
        };
    }

    private static String revision(String form) {
        return form.replaceAll("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1");
    }

    @Test
    void whatIsAskedAboutAStoryStandsUnderItForThoseWhoMayReadIt() {
        String path = published("no");
        String id = path.substring(7, 20);
        String box = ben.get("/c/valley/discussions/new?kind=question&story=" + id).body();
        assertThat(box)
                .contains("[[c:" + id + "]]")
                .as("its title may be withdrawn")
                .doesNotContain("value=\"A fall\"");
        assertThat(ben.get(path).body()).contains("Nobody has asked or said anything", "Ask what");
        assertThat(ada.get(path).body())
                .contains("You did not sign this story")
                .doesNotContain("Ask what you want");

        String remark = discuss(ben, "valley", "discussion", "A remark", id);
        String question = discuss(ben, "valley", "question", "Which tablets?", id);
        discuss(ben, "valley", "discussion", "Another remark", id);
        long hidden = SITE.community("hidden", "private");
        SITE.member(hidden, SITE.person("eve"));
        var eve = SITE.person("zoe");
        SITE.member(hidden, eve);
        discuss(SITE.as(eve), "hidden", "discussion", "Among us", id);

        String page = SITE.visitor().get(path).body();
        assertThat(page)
                .contains("Which tablets?", "A remark", "Another remark")
                .doesNotContain("Among us", ">Ada<");
        assertThat(page.indexOf("Which tablets?"))
                .as("questions first")
                .isLessThan(page.indexOf("Another remark"));
        assertThat(SITE.as(eve).get(path).body()).contains("Among us");
        assertThat(SITE.visitor().get("/cases/" + id + "/discussions").body())
                .contains("Which tablets?")
                .doesNotContain("Among us");
        assertThat(SITE.visitor().get(question).body())
                .contains("<a class=\"to\" href=\"" + path + "\">A fall</a>");

        mod.post("/cases/" + id + "/hide", "reason", "A name");
        assertThat(SITE.visitor().get(remark).body()).doesNotContain("A fall", path);
        assertThat(SITE.visitor().get("/cases/" + id + "/discussions").statusCode()).isEqualTo(404);
        assertThat(ben.get("/c/valley/discussions/new?kind=question&story=" + id).body())
                .doesNotContain("value=\"A fall\"");
    }

    @Test
    void aStoryThatLeadsToOtherContentSaysWhatThatIsCalled() {
        String path = published("yes");
        String remark = discuss(ben, "valley", "discussion", "A remark", path.substring(7, 20));
        String write = "/cases/" + path.substring(7, 20) + "/write";

        HttpResponse<String> edited =
                ada.post(
                        write + "/edit",
                        "revision",
                        "2",
                        "title",
                        "A fall",
                        "outcome",
                        "mixed",
                        "learning",
                        "Ask first",
                        "named",
                        "yes",
                        "story",
                        "As [[d:" + remark.substring(3, 16) + "]] says.");

        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(303);
        assertThat(SITE.visitor().get(path).body())
                .contains("<a class=\"to\" href=\"" + remark + "\">A remark</a>");
    }

    @Test
    void itsAuthorTellsHowItWentOnAndIsAskedAboutNames() {
        String path = published("no");
        String story = "/cases/" + path.substring(7, 20);
        assertThat(ada.get(path).body()).contains("Tell how it went on");
        assertThat(ben.get(path).body()).doesNotContain("Tell how it went on");

        HttpResponse<String> refused =
                ada.post(story + "/follow-ups", "months", "six", "body", "Well & walking");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Well &amp; walking", "from 0 to 600");
        HttpResponse<String> named =
                ada.post(story + "/follow-ups", "months", "6", "body", "Mr. Brown is well.");
        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.body())
                .contains("<mark>Brown</mark>", "value=\"body.1.0\"")
                .as("a switch of language comes back to the story")
                .contains("name=\"next\" value=\"" + path + "\"")
                .doesNotContain("name=\"next\" value=\"true\"", "name=\"next\" value=\"/\"");
        HttpResponse<String> wider =
                ada.post(
                        story + "/follow-ups",
                        "months",
                        "6",
                        "body",
                        "Mr. Brown is well.",
                        "widen",
                        "body.1.0");
        assertThat(wider.body()).contains("The patient is well.</textarea>");
        assertThat(
                        ada.post(
                                        story + "/follow-ups",
                                        "months",
                                        "6",
                                        "body",
                                        "Mr. Brown is well.",
                                        "reason",
                                        "The neighbour's cat")
                                .statusCode())
                .isEqualTo(303);
        assertThat(SITE.visitor().get(path).body())
                .contains("6 months later", "Mr. Brown is well.")
                .doesNotContain("neighbour's cat", "neighbour&#39;s cat");
        assertThat(ben.post(story + "/follow-ups", "months", "6", "body", "Well").statusCode())
                .isEqualTo(403);
        String end =
                ada.get(path)
                        .body()
                        .replaceAll("(?s).*action=\"(/cases/\\w+/follow-ups/\\w+/end)\".*", "$1");
        assertThat(ben.post(end).statusCode()).isEqualTo(403);
        assertThat(ben.get(path).body()).doesNotContain("Take this out");
        assertThat(mod.post(end).statusCode()).isEqualTo(303);
        assertThat(SITE.visitor().get(path).body()).doesNotContain("6 months later");
        assertThat(mod.get("/c/valley/log").body()).contains("took a follow-up out of");
    }

    @Test
    void anEditIsAskedAboutWhereItStandsAndSaidMoreBroadlyWithOnePress() {
        String path = published("yes");
        String write = path.substring(0, 20) + "/write";
        String[] words = entered("Mrs. Kowalski fell.", revision(ada.get(write).body()));

        HttpResponse<String> asked = ada.post(write + "/edit", words);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("<mark>Kowalski</mark>", "value=\"story.1.0\"");
        HttpResponse<String> wider =
                ada.post(
                        write + "/edit",
                        Stream.concat(Arrays.stream(words), Stream.of("widen", "story.1.0"))
                                .toArray(String[]::new));
        assertThat(wider.statusCode()).isEqualTo(200);
        assertThat(wider.body()).contains("The patient fell.</textarea>", "Nothing is saved yet");
        assertThat(ben.get(path).body()).contains("She fell.").doesNotContain("The patient fell");
        assertThat(ada.post(write + "/asked", "story", "Mrs. Kowalski fell.").body())
                .contains("Kowalski", "The patient");
        assertThat(ben.post(write + "/asked", "story", "Mrs. Kowalski fell.").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aReasonIsAFewWordsAndOneThatIsNoneComesBackWithWhatWasTyped() {
        String write = begun();
        save(write, "told", "story", "Mrs. Kowalski fell.", "seen-story", "", "go", "look");
        String[] why = {"field", "story", "passage", "Kowalski", "reason", "k"};

        HttpResponse<String> refused = ada.post(write + "/confirmation", why);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Please say a little more", "<details class=\"confirm\" open>")
                .contains(
                        "name=\"reason\" required maxlength=\"500\" autocomplete=\"off\" value=\"k\"");
        why[5] = "A made-up name";
        assertThat(ada.post(write + "/confirmation", why).statusCode()).isEqualTo(303);
        assertThat(ada.get(write + "?step=look").body()).contains("A made-up name");

        String read = published("yes").substring(0, 20) + "/write";
        String[] words = entered("Mrs. Kowalski fell.", revision(ada.get(read).body()));
        HttpResponse<String> edited =
                ada.post(
                        read + "/edit",
                        Stream.concat(
                                        Arrays.stream(words),
                                        Stream.of(
                                                "field-1", "story",
                                                "passage-1", "Kowalski",
                                                "reason-1", "no one"))
                                .toArray(String[]::new));
        assertThat(edited.statusCode()).isEqualTo(422);
        assertThat(edited.body()).contains("Please say a little more", "value=\"no one\"");
    }

    @Test
    void theTownOfAStoryIsAskedAboutUnlessItsCommunityIsCalledAfterIt() {
        String write = begun();
        save(write, "told", "story", "She lives in Smithers.", "seen-story", "", "go", "look");
        assertThat(ada.get(write + "?step=look").body())
                .contains("<mark>Smithers</mark>", ">a small town<");

        SITE.db().run("update community set name = 'Nurses of Smithers'");
        assertThat(ada.get(write + "?step=look").body()).doesNotContain("<mark>Smithers</mark>");
    }

    @Test
    void aLongColumnOfPassagesCanBeUnfolded() {
        String write = begun();
        String three = "Mrs. Kowalski met Mr. Brown and Mr. Petrov.";
        save(write, "told", "story", three, "seen-story", "", "go", "look");
        assertThat(ada.get(write + "?step=look").body()).doesNotContain("class=\"sr unfold\"");
        save(write, "told", "story", three + " Mr. Novak came.", "seen-story", "1", "go", "look");

        assertThat(ada.get(write + "?step=look").body())
                .contains("id=\"unfold\">", "for=\"unfold\">Show all 4<");
        String[] why = {"field", "story", "passage", "Novak", "reason", "k"};
        assertThat(ada.post(write + "/confirmation", why).body())
                .as("open where one was not taken")
                .contains("id=\"unfold\" checked>");
    }

    @Test
    void whatIsBegunOfAnEditWaitsForItsAuthorUntilItIsSavedOrThrownAway() {
        String path = published("yes");
        String write = path.substring(0, 20) + "/write";
        String revision = revision(ada.get(write).body());
        String[] begun =
                Stream.concat(
                                Arrays.stream(entered("She fell on the ice.", revision)),
                                Stream.of("step", "edit", "kept", ""))
                        .toArray(String[]::new);

        assertThat(ada.post(write + "/kept", begun).body()).contains("\"kept\":1");
        assertThat(ada.post(write + "/kept", begun).statusCode())
                .as("another window")
                .isEqualTo(409);
        assertThat(ada.get(write).body())
                .contains("She fell on the ice.</textarea>", "have not saved it")
                .contains("name=\"kept\" value=\"1\"");
        assertThat(ben.get(path).body()).doesNotContain("on the ice");
        assertThat(mod.get(path).body()).doesNotContain("on the ice");
        assertThat(ben.post(write + "/kept", begun).statusCode()).isEqualTo(403);
        assertThat(ben.post(write + "/unkept").statusCode()).isEqualTo(403);
        assertThat(ada.get("/drafts").body())
                .contains("href=\"" + write + "?step=edit\"", "Changes to stories")
                .doesNotContain("You have no drafts");
        assertThat(ben.get("/drafts").body()).doesNotContain("Changes to stories");

        assertThat(ada.post(write + "/unkept").statusCode()).isEqualTo(303);
        assertThat(ada.get(write).body()).contains("She fell.</textarea>");
        assertThat(ada.get("/drafts").body()).doesNotContain("Changes to stories");

        HttpResponse<String> asked =
                ada.post(write + "/edit", entered("Mrs. Kowalski fell.", revision));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(ada.get(write).body()).as("kept when refused").contains("Mrs. Kowalski fell.");
        assertThat(ada.post(write + "/edit", entered("She slid.", revision)).statusCode())
                .isEqualTo(303);
        assertThat(ada.get(write).body())
                .contains("She slid.</textarea>")
                .doesNotContain("have not saved it");
        assertThat(ada.post(write + "/kept", begun).statusCode())
                .as("made from what the story says no more")
                .isEqualTo(409);
    }

    @Test
    void whatAStorySaidBeforeIsForItsAuthorAndModerators() {
        String path = published("yes");
        String story = "/cases/" + path.substring(7, 20);
        assertThat(ada.get(path).body()).doesNotContain("What it said before");
        HttpResponse<String> edited =
                ada.post(
                        story + "/write/edit",
                        "revision",
                        "2",
                        "title",
                        "A fall",
                        "outcome",
                        "failure",
                        "learning",
                        "Ask first\nMeasure standing",
                        "named",
                        "no",
                        "story",
                        "She **slipped**.");
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(303);

        assertThat(mod.get(path).body()).contains("What it said before");
        assertThat(ben.get(path).body()).doesNotContain("What it said before");
        String now = ada.get(story + "/revisions").body();
        assertThat(now)
                .contains("slipped", "fell", "Measure standing", "It did not work", "not signed")
                // As it is read, without its marks.
                .doesNotContain("Conditions", "**");
        assertThat(mod.get(story + "/revisions?revision=2").body())
                .contains("She fell.")
                .doesNotContain("slipped");
        assertThat(ben.get(story + "/revisions").statusCode()).isEqualTo(403);
        assertThat(SITE.visitor().get(story + "/revisions").statusCode()).isEqualTo(403);
        assertThat(mod.get(story + "/revisions?revision=7").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsPublicIsFoundByProgramsAndWhoDidNotSignIsNamedNowhere() {
        String unsigned = published("no");
        assertThat(SITE.visitor().get("/feeds/c/valley.atom").body())
                .contains("A fall", "She fell.", unsigned)
                .doesNotContain("Ada", "<name></name>");
        assertThat(SITE.visitor().get("/feeds/latest.atom").body())
                .contains("A fall")
                .doesNotContain("Ada");
        assertThat(SITE.visitor().get("/sitemaps/cases-0000000000000.xml").body())
                .contains(unsigned + "</loc>");
        String page = SITE.visitor().get(unsigned).body();
        assertThat(page)
                .contains("rel=\"canonical\"", "\"@type\":\"Article\"", "og:title")
                .doesNotContain("\"author\"");
        assertThat(ben.get(unsigned).body())
                .contains("content=\"noindex\"")
                .doesNotContain("canonical");
        assertThat(SITE.visitor().get("/c/valley").body()).contains("A fall", "/c/valley/cases");
        assertThat(ben.get("/u/ada").body()).doesNotContain("A fall");

        String signed = published("yes");
        assertThat(ben.get("/u/ada").body()).contains(signed);
        assertThat(SITE.visitor().get(signed).body())
                .contains("\"author\":{\"@type\":\"Person\",\"name\":\"Ada\"}");
        assertThat(SITE.visitor().get("/feeds/c/valley.atom").body()).contains("<name>Ada</name>");

        mod.post("/cases/" + signed.substring(7, 20) + "/hide", "reason", "A name");
        for (String outlet :
                new String[] {
                    "/feeds/c/valley.atom",
                    "/feeds/latest.atom",
                    "/sitemaps/cases-0000000000000.xml",
                    "/c/valley"
                }) {
            assertThat(SITE.visitor().get(outlet).body())
                    .as(outlet)
                    .contains(unsigned.substring(7, 20))
                    .doesNotContain(signed.substring(7, 20));
        }
        assertThat(ben.get("/u/ada").body()).doesNotContain(signed);
    }

    @Test
    void whatIsForMembersAloneStandsInNoFeedAndNoMap() {
        String path = published("yes");
        SITE.db().run("update case_story set members_only = true, changed_at = now()");

        assertThat(SITE.visitor().get(path).statusCode()).isEqualTo(404);
        assertThat(SITE.visitor().get("/feeds/c/valley.atom").body()).doesNotContain("A fall");
        assertThat(SITE.visitor().get("/sitemaps/cases-0000000000000.xml").body())
                .doesNotContain(path);
        assertThat(ben.get("/c/valley").body()).contains("A fall");
    }

    private static String discuss(
            Visit person, String community, String kind, String title, String story) {
        HttpResponse<String> opened =
                person.post(
                        "/c/" + community + "/discussions",
                        "kind",
                        kind,
                        "title",
                        title,
                        "body",
                        "About [[c:" + story + "]]");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        return opened.headers().firstValue("Location").orElseThrow();
    }

    /// Ada's story, where others read it.
    private String published(String named) {
        String write = begun();
        save(write, "told", "story", "She fell.", "seen-story", "", "go", "known");
        save(
                write,
                "known",
                "revision",
                "0",
                "title",
                "A fall",
                "outcome",
                "mixed",
                "learning",
                "Ask first",
                "named",
                named,
                "go",
                "right");
        save(write, "right", "ground", "composite", "go", "look");
        return ada.post(write + "/publication", "revision", "1")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void whatIsTypedIsKeptAndWhatCouldTellWhoThePatientIsIsAskedAbout() {
        String write = begun();
        HttpResponse<String> kept =
                ada.post(
                        write + "/kept",
                        "step",
                        "told",
                        "story",
                        "Mrs. Kowalski fell.",
                        "seen-story",
                        "");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body()).contains("\"seen-story\":1", "Kowalski", "The patient");
        HttpResponse<String> late =
                ada.post(write + "/kept", "step", "told", "story", "Other words", "seen-story", "");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Mrs. Kowalski fell.");
        assertThat(ben.post(write + "/kept", "step", "told", "story", "Mine").statusCode())
                .isEqualTo(404);
        HttpResponse<String> facts =
                ada.post(
                        write + "/kept",
                        "step",
                        "known",
                        "title",
                        "Mr. Brown’s fall",
                        "revision",
                        "0");
        assertThat(facts.body()).contains("\"revision\":1", "Brown");

        assertThat(
                        ada.post(
                                        write + "/widening",
                                        "field",
                                        "story",
                                        "passage",
                                        "Kowalski",
                                        "choice",
                                        "0")
                                .statusCode())
                .isEqualTo(303);
        assertThat(ada.get(write).body()).contains("The patient fell.");
        assertThat(ada.get(write + "?step=look").body())
                .doesNotContain("Kowalski")
                .contains("<mark>Brown</mark>");
    }

    @Test
    void aNameThatTheWordsBesideItMakeNeedlessIsLeftOutByAButtonThatSaysSo() {
        String write = begun();
        String told = "We called her son Gurpreet Gill. He came.";
        ada.post(write + "/kept", "step", "told", "story", told, "seen-story", "");

        assertThat(ada.get(write + "?step=look").body())
                .contains("<mark>Gurpreet Gill</mark>", ">Leave it out<")
                .doesNotContain("Write instead:</span>");
        ada.post(write + "/widening", "field", "story", "passage", "Gurpreet Gill", "choice", "0");
        assertThat(ada.get(write).body()).contains("We called her son. He came.</textarea>");
    }

    @Test
    void aVerdictThatIsNotTakenComesBackWithItsWords() {
        SITE.db().run("update community set second_reader = true");
        String write = written();
        assertThat(ada.post(write + "/publication", "revision", "1", "reader", "@ada").body())
                .contains("This is yourself");
        assertThat(ada.post(write + "/publication", "revision", "1", "reader", "Ben").statusCode())
                .isEqualTo(303);
        String review = "/cases/" + id(write) + "/review";

        HttpResponse<String> wordless =
                ben.post(review, "revision", "2", "verdict", "returned", "comment", " ");
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(wordless.body()).contains("A fall", "Say to its author", "value=\"returned\"");

        ada.post("/cases/" + id(write) + "/taking-back");
        HttpResponse<String> gone =
                ben.post(review, "revision", "2", "verdict", "returned", "comment", "The village");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("waits for you no longer", "The village</textarea>");
    }

    /// A story that lacks nothing, before it is published.
    private String written() {
        String write = begun();
        save(write, "told", "story", "She fell.", "seen-story", "", "go", "known");
        save(
                write,
                "known",
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
        save(write, "right", "ground", "composite", "go", "look");
        return write;
    }

    private String begun() {
        HttpResponse<String> begun = ada.post("/c/valley/cases");
        assertThat(begun.statusCode()).isEqualTo(303);
        return begun.headers().firstValue("Location").orElseThrow().replaceAll("[?].*", "");
    }

    private static String id(String write) {
        return write.replaceAll(".*/cases/(\\w+)/write", "$1");
    }

    private String save(String write, String step, String... fields) {
        HttpResponse<String> saved = ada.post(write + "/" + step, fields);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        return saved.headers().firstValue("Location").orElseThrow();
    }
}
