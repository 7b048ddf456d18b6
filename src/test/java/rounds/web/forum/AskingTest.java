package rounds.web.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What could tell who a patient is is asked about before it is sent, and what does is never sent.
class AskingTest {
    private static final Site SITE = Site.running();
    private static final Pattern LOOKED = Pattern.compile("name=\"identified\" value=\"([^\"]+)\"");

    private Somebody member;
    private Visit ada;
    private Visit chair;
    private String discussion;

    @BeforeEach
    void people() {
        SITE.db().empty();
        long valley = SITE.community("valley", "public");
        member = SITE.person("ada");
        var other = SITE.person("cho");
        SITE.member(valley, member);
        SITE.member(valley, other, "chair");
        ada = SITE.as(member);
        chair = SITE.as(other);
        discussion = opened("A fall", "What would you do?");
    }

    private String opened(String title, String body) {
        HttpResponse<String> answer = open(title, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String path = answer.headers().firstValue("Location").orElseThrow();
        return path.replaceFirst("[?#].*", "");
    }

    private HttpResponse<String> open(String title, String body) {
        return followed(
                ada.post(
                        "/c/valley/discussions",
                        "kind",
                        "question",
                        "title",
                        title,
                        "body",
                        body,
                        "tags",
                        ""));
    }

    /// What is asked about stands at an address of its own.
    private HttpResponse<String> followed(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(address -> address.contains("look="))
                .map(ada::get)
                .orElse(answer);
    }

    private HttpResponse<String> reply(String body, String... more) {
        String id = discussion.replaceFirst("/d/([^-]+).*", "$1");
        String[] whole = {"body", body, "draft-place", "answer." + id};
        return followed(
                ada.post(
                        "/d/" + id + "/posts",
                        Stream.of(whole, more).flatMap(Arrays::stream).toArray(String[]::new)));
    }

    @Test
    void whoeverWritesIsAskedAndSendsAfterALook() {
        HttpResponse<String> asked = reply("Mrs. Kowalski fell.");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("<mark>Kowalski</mark>", "Mrs. Kowalski fell.</textarea>", "The patient");
        assertThat(ada.get(discussion.replaceFirst("(/d/[^-]+).*", "$1/reply")).body())
                .as("kept as a draft")
                .contains("Mrs. Kowalski fell.</textarea>");

        HttpResponse<String> other = reply("Mr. Brown fell.", "identified", looked(asked));
        assertThat(other.statusCode()).as("looked at other words").isEqualTo(200);

        HttpResponse<String> sent = reply("Mrs. Kowalski fell.", "identified", looked(asked));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(SITE.visitor().get(discussion).body()).contains("Mrs. Kowalski fell.");
    }

    private static String looked(HttpResponse<String> page) {
        Matcher found = LOOKED.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whoComesBackToWhatWasAskedSendsNoFormAgain() {
        String id = discussion.replaceFirst("/d/([^-]+).*", "$1");
        HttpResponse<String> sent =
                ada.post(
                        "/d/" + id + "/posts",
                        "body",
                        "Mrs. Kowalski fell.",
                        "draft-place",
                        "answer." + id);
        assertThat(sent.statusCode()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElseThrow();

        for (int visit = 0; visit < 2; visit++) {
            assertThat(ada.get(address).body())
                    .contains("<mark>Kowalski</mark>", "Mrs. Kowalski fell.</textarea>");
        }
        assertThat(ada.get(address.replaceFirst("[?].*", "")).body())
                .contains("Mrs. Kowalski fell.</textarea>")
                .doesNotContain("<mark>");

        HttpResponse<String> opening =
                ada.post(
                        "/c/valley/discussions",
                        "kind",
                        "question",
                        "title",
                        "Mr. Brown",
                        "body",
                        "Who?",
                        "tags",
                        "falls",
                        "draft-place",
                        newPlace());
        assertThat(opening.statusCode()).isEqualTo(303);
        assertThat(ada.get(opening.headers().firstValue("Location").orElseThrow()).body())
                .contains("<mark>Brown</mark>", "value=\"Mr. Brown\"", "value=\"falls\"");
    }

    private String newPlace() {
        Matcher place =
                Pattern.compile("name=\"draft-place\" value=\"([^\"]+)\"")
                        .matcher(ada.get("/c/valley/discussions/new").body());
        assertThat(place.find()).isTrue();
        return place.group(1);
    }

    @Test
    void whereNobodyIsAskedOnlyWhatCanNeverBeSentIsShown() {
        SITE.db().run("update community set asks_identifiers = false");

        HttpResponse<String> refused = reply("Mrs. Kowalski, PHN 9698 658 215, fell.");

        assertThat(refused.body())
                .contains("<mark>9698 658 215</mark>")
                .doesNotContain("<mark>Kowalski</mark>");
    }

    @Test
    void aButtonSaysItMoreBroadlyAndSendsNothing() {
        HttpResponse<String> wider =
                reply("Mrs. Kowalski fell. We saw Mrs. Kowalski.", "widen", "body.1.0");

        assertThat(wider.statusCode()).isEqualTo(200);
        assertThat(wider.body())
                .contains("The patient fell. We saw the patient.</textarea>")
                .doesNotContain("Kowalski");
        assertThat(SITE.visitor().get(discussion).body()).doesNotContain("The patient fell.");
        assertThat(reply("The patient fell.").statusCode()).isEqualTo(303);
    }

    @Test
    void aHealthCardIsNeverSentByNoWay() {
        HttpResponse<String> asked = reply("Card 9698658215.");
        assertThat(asked.body()).contains("Cannot be sent").doesNotContain("name=\"identified\"");
        assertThat(reply("Card 9698658215.", "identified", "x").statusCode()).isEqualTo(200);
        assertThat(open("PHN 9698658215", "Who?").statusCode()).isEqualTo(200);
        assertThat(open("A poll", "Who?").statusCode()).isEqualTo(303);
        assertThat(SITE.visitor().get("/c/valley/discussions").body()).doesNotContain("9698658215");
    }

    @Test
    void aProgramIsRefusedAHealthCardTooWhereverItStands() {
        for (Map<String, String> words :
                List.of(
                        Map.of("title", "Who?", "body", "Card 9698658215."),
                        Map.of("title", "PHN 9698658215", "body", "Who?"))) {
            var sent = new HashMap<String, Object>(words);
            sent.put("kind", "question");
            assertThat(
                            SITE.api(member)
                                    .post("/api/v1/communities/valley/discussions", sent, null)
                                    .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void whoTriedItIsAskedAboutWhatSheSaysOfIt() {
        reply("She fell.");
        Matcher post = Pattern.compile("/p/(\\w+)/edit").matcher(ada.get(discussion).body());
        assertThat(post.find()).isTrue();
        String tried = "/p/" + post.group(1) + "/tried";
        String[] words = {"outcome", "partly", "note", "Mrs. Kowalski slept."};

        HttpResponse<String> asked = chair.post(tried, words);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("<mark>Kowalski</mark>");
        assertThat(SITE.db().count("select count(*) from reaction where note <> ''")).isZero();

        String[] looked = Arrays.copyOf(words, 6);
        looked[4] = "identified";
        looked[5] = looked(asked);
        assertThat(chair.post(tried, looked).statusCode()).isEqualTo(303);
    }

    @Test
    void aCommunityMayWantNotToBeAskedAndHealthCardsAreRefusedThereToo() {
        chair.post("/c/valley/settings", "name", "Valley", "languages", "en");
        assertThat(reply("Mrs. Kowalski fell.").statusCode()).isEqualTo(303);
        assertThat(reply("Card 9698658215.").statusCode()).isEqualTo(200);
        chair.post(
                "/c/valley/settings", "name", "Valley", "languages", "en", "asksIdentifiers", "on");
        assertThat(reply("Mr. Brown fell.").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAlreadyStandsThereIsAskedAboutWhenItIsEdited() {
        reply("She fell.");
        Matcher edit = Pattern.compile("/p/(\\w+)/edit").matcher(ada.get(discussion).body());
        assertThat(edit.find()).isTrue();
        String id = edit.group(1);
        HttpResponse<String> asked =
                ada.post("/p/" + id + "/edit", "revision", "1", "body", "Mrs. Kowalski fell.");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("<mark>Kowalski</mark>");
    }

    @Test
    void whoIsQuotedIsNoPatient() {
        assertThat(
                        reply(
                                        "> It helped.\n>\n> — [Noor Haddad, 1](/p/0scm9jkhkw8kw?revision=1)\n\nYes.")
                                .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whatIsTooMuchToBeShownCannotBeSaidToHaveBeenLookedAt() {
        String many =
                IntStream.range(0, 51)
                        .mapToObj(at -> "Call 604-555-01%02d.".formatted(at))
                        .collect(Collectors.joining(" "));

        assertThat(reply(many).body())
                .contains("There is one more further down")
                .doesNotContain("name=\"identified\"");
    }
}
