package rounds.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.platform.database.Ids;
import rounds.support.Site;
import rounds.support.Somebody;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Resources before moderators, and what is told of their decisions.
class DecidingPagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Somebody ben;
    private Somebody mod;

    @BeforeEach
    void people() {
        SITE.db().empty();
        ada = SITE.person("ada");
        ben = SITE.person("ben");
        mod = SITE.person("mod");
        long valley = SITE.community("valley", "private");
        SITE.member(valley, ada);
        SITE.member(valley, ben);
        SITE.member(valley, mod, "moderator");
    }

    @Test
    void whatWaitsIsLetInOrNotAndWhoSharedItIsTold() {
        SITE.db().run("update community set review_resources = true");
        String first = shared("First guide");
        String second = shared("Second guide");
        told(mod, "Ada shared “Second guide” in Valley: it waits for you to let it in");
        assertThat(SITE.as(ada).follow(SITE.as(ada).get("/r/" + first)).body())
                .contains("This waits for a moderator")
                .contains("Now only Ada and the moderators of Valley.")
                .doesNotContain("Only members of Valley can read this");
        assertThat(SITE.as(ben).get("/r/" + first).statusCode()).isEqualTo(404);
        assertThat(SITE.as(mod).get("/c/valley/moderation").body())
                .contains("First guide", "Second guide", "/r/" + first + "/decline")
                .doesNotContain("action=\"/r/" + first + "/admit");

        assertThat(SITE.as(mod).post("/r/" + second + "/admit").statusCode())
                .as("of an unknown revision")
                .isEqualTo(409);
        assertThat(SITE.as(mod).post("/r/" + second + "/admit", "revision", "1").statusCode())
                .isEqualTo(303);
        HttpResponse<String> without = SITE.as(mod).post("/r/" + first + "/decline", "reason", "");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("id=\"e-reason\"");
        SITE.as(mod).post("/r/" + first + "/decline", "reason", "We have it already.");

        told(ada, "did not let “First guide” into the library", "We have it already.");
        told(ada, "has let “Second guide” into the library");
        assertThat(SITE.as(ada).follow(SITE.as(ada).get("/r/" + first)).body())
                .contains("A moderator did not let this in", "They say: “We have it already.”")
                .doesNotContain("This was deleted");
        assertThat(SITE.as(ben).follow(SITE.as(ben).get("/r/" + second)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsProposedIsAskedOfAllCuratorsUntilOneHasDecided() {
        String guide = shared("A guide");
        Somebody eve = SITE.person("eve");
        SITE.member(SITE.db().count("select id from community"), eve, "moderator");
        var proposed =
                SITE.api(ben)
                        .post(
                                "/api/v1/resources/" + guide + "/versions",
                                Map.of("body", "Other words", "note", "Shorter"),
                                null);
        assertThat(proposed.status()).isEqualTo(201);
        SITE.db().run("update community set review_resources = true");
        SITE.as(ada)
                .post(
                        "/r/" + guide + "/edit",
                        "revision",
                        "1",
                        "title",
                        "A guide",
                        "description",
                        "For the ward",
                        "kind",
                        "tool");

        String desk = SITE.as(mod).get("/c/valley/moderation").body();
        assertThat(desk)
                .contains("A new version is proposed", "/v/2/decision", "Shorter")
                .contains("Other words are proposed", "/r/" + guide + "/words");
        told(
                eve,
                "Ben proposes a new version of “A guide”",
                "href=\"/r/" + guide + "/v/2/decision\"");
        told(eve, "Ada wants to change what is said of “A guide”");
        SITE.as(mod)
                .post(
                        "/r/" + guide + "/v/2/decision",
                        "version",
                        hidden(SITE.as(mod).get("/r/" + guide + "/v/2/decision").body(), "version"),
                        "decision",
                        "decline",
                        "reason",
                        "Old.");
        SITE.as(mod)
                .post(
                        "/r/" + guide + "/words",
                        "words",
                        hidden(SITE.as(mod).get("/r/" + guide + "/words").body(), "words"),
                        "decision",
                        "decline",
                        "reason",
                        "Not for the ward.");

        told(ben, "that you proposed was not taken", "Old.", "href=\"/r/" + guide + "/v/2\"");
        told(
                ada,
                "The changes that you made to “A guide” were not taken",
                "Not for the ward.",
                "href=\"/r/" + guide + "/words/");
        assertThat(SITE.as(eve).get("/notifications").body())
                .as("what somebody else has decided")
                .doesNotContain("proposes a new version", "wants to change");
        assertThat(SITE.as(mod).get("/c/valley/moderation").body())
                .doesNotContain("A new version is proposed", "Other words are proposed");
    }

    @Test
    void eachRefusalIsToldWithItsOwnReasonAndWhatIsTakenToWhoProposedIt() {
        String guide = shared("A guide");
        proposes(guide, "Second words");
        proposes(guide, "Third words");
        proposes(guide, "Fourth words");
        told(ada, "/v/4/decision", "Ben proposes a new version of “A guide”");
        decide(mod, guide, 2, "decline", "Too old.");
        decide(mod, guide, 3, "decline", "Too long.");

        told(ben, "/r/" + guide + "/v/3\"", "Too long.", "Too old.", "/r/" + guide + "/v/2\"");
        told(ada, "/r/" + guide + "/v/3\"", "that somebody proposed was not taken");
        decide(mod, guide, 4, "accept", "");
        told(ben, "The version of “A guide” that you proposed was taken");
        told(ada, "“A guide” has a new version");
        assertThat(SITE.as(ben).get("/notifications").body())
                .as("told once")
                .doesNotContain("“A guide” has a new version");
    }

    @Test
    void theOwnerOfWhatIsLookedAtSeesThatAVersionWaitsAndGoesBack() {
        String guide = shared("A guide");
        SITE.db().run("update community set review_resources = true");
        proposes(guide, "Other words");

        String page = SITE.as(ada).get("/r/" + guide + "/v/2/decision").body();

        assertThat(page)
                .contains("This waits for those who care for the library", "Back to the resource")
                .doesNotContain("value=\"accept\"");
        assertThat(SITE.as(ben).get("/r/" + guide + "/v/2/decision").body())
                .contains("value=\"withdraw\"");
    }

    @Test
    void whoeverComesTooLateIsLedOnAndKeepsHerWords() {
        String guide = shared("A guide");
        proposes(guide, "Other words");
        proposes(guide, "More words");
        String second = SITE.as(mod).get("/r/" + guide + "/v/2/decision").body();
        String third = SITE.as(mod).get("/r/" + guide + "/v/3/decision").body();
        decide(ada, guide, 3, "accept", "");

        var other = answer(mod, guide, 2, second, "accept", "I was about to say why.");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body())
                .as("the same again, compared with what is read now")
                .contains("Another version is the current one now", "I was about to say why.")
                .contains("name=\"current\" value=\"3\"", "value=\"accept\"");
        var late = answer(mod, guide, 3, third, "decline", "I was about to say why.");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody has already decided", "I was about to say why.")
                .contains("Look at it as it is now", "href=\"/r/" + guide + "-a-guide\"");
        decide(mod, guide, 2, "accept", "");
        var reader = SITE.as(ben);
        var old = reader.get("/r/" + guide + "/v/2");
        assertThat(old.statusCode()).as("its number is 4 now").isEqualTo(303);
        assertThat(reader.follow(old).body()).contains("has a newer number since");
        assertThat(SITE.as(ben).get("/r/" + guide + "/v/9").statusCode()).isEqualTo(404);
        var gone = SITE.as(mod).post("/r/" + guide + "/admit", "revision", "1");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("Look at it as it is now");
    }

    @Test
    void anotherKindOfFileIsPointedOutBeforeItIsTaken() {
        String guide = shared("A guide");
        SITE.api(ben)
                .post(
                        "/api/v1/resources/" + guide + "/versions",
                        Map.of("url", "https://example.org/guide", "note", "A link"),
                        null);

        assertThat(SITE.as(mod).get("/r/" + guide + "/v/2/decision").body())
                .contains("This is of another kind than the present one");
        proposes(guide, "Other words");
        assertThat(SITE.as(mod).get("/r/" + guide + "/v/3/decision").body())
                .doesNotContain("This is of another kind than the present one");
    }

    @Test
    void whatTwoWindowsWroteIsNotLost() {
        String guide = shared("A guide");
        SITE.db().run("update community set review_resources = true");
        String one = SITE.as(ada).get("/r/" + guide + "/edit").body();
        String two = SITE.as(ada).get("/r/" + guide + "/edit").body();
        assertThat(describe(guide, one, "A guide for the ward").statusCode()).isEqualTo(303);

        var refused = describe(guide, two, "A guide for nurses");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("nothing is lost", "A guide for nurses", "<del>", "the ward")
                .doesNotContain("instead of English");
        assertThat(SITE.db().rows("select title from resource_wording"))
                .containsExactly("A guide for the ward");
        assertThat(describe(guide, refused.body(), "A guide for nurses").statusCode())
                .as("knowing of the other")
                .isEqualTo(303);
        assertThat(SITE.db().rows("select title from resource_wording"))
                .containsExactly("A guide for nurses");
    }

    private HttpResponse<String> describe(String guide, String form, String title) {
        return SITE.as(ada)
                .post(
                        "/r/" + guide + "/edit",
                        "revision",
                        hidden(form, "revision"),
                        "words",
                        hidden(form, "words"),
                        "title",
                        title,
                        "kind",
                        "tool");
    }

    private void proposes(String guide, String body) {
        var proposed =
                SITE.api(ben)
                        .post(
                                "/api/v1/resources/" + guide + "/versions",
                                Map.of("body", body),
                                null);
        assertThat(proposed.status()).isEqualTo(201);
    }

    private void decide(Somebody by, String guide, int number, String decision, String reason) {
        String page = SITE.as(by).get("/r/" + guide + "/v/" + number + "/decision").body();
        assertThat(answer(by, guide, number, page, decision, reason).statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> answer(
            Somebody by, String guide, int number, String page, String decision, String reason) {
        return SITE.as(by)
                .post(
                        "/r/" + guide + "/v/" + number + "/decision",
                        "version",
                        hidden(page, "version"),
                        "current",
                        hidden(page, "current"),
                        "decision",
                        decision,
                        "reason",
                        reason);
    }

    @Test
    void whatIsSaidLaterIsComparedAndDecidedAbout() {
        String guide = shared("A guide");
        SITE.db().run("update community set review_resources = true");
        assertThat(SITE.as(ada).get("/r/" + guide + "/edit").body())
                .contains("A moderator looks at what you change here");
        var edited =
                SITE.as(ada)
                        .post(
                                "/r/" + guide + "/edit",
                                "revision",
                                "1",
                                "title",
                                "A longer guide",
                                "kind",
                                "tool");
        assertThat(SITE.as(ada).follow(edited).body())
                .contains("Your changes wait for a moderator", "/r/" + guide + "/words");
        assertThat(SITE.as(ada).get("/r/" + guide + "/edit").body())
                .as("she goes on from her own words")
                .contains("A longer guide");
        assertThat(SITE.as(ben).get("/r/" + guide + "/words").statusCode()).isEqualTo(404);

        String page = SITE.as(mod).get("/r/" + guide + "/words").body();
        assertThat(page).contains("<ins>", "longer", "Take the changes");
        assertThat(
                        SITE.as(mod)
                                .post(
                                        "/r/" + guide + "/words",
                                        "words",
                                        hidden(page, "words"),
                                        "decision",
                                        "decline")
                                .statusCode())
                .as("without a reason")
                .isEqualTo(422);
        SITE.as(mod)
                .post(
                        "/r/" + guide + "/words",
                        "words",
                        hidden(page, "words"),
                        "revision",
                        hidden(page, "revision"),
                        "decision",
                        "take");

        assertThat(SITE.as(ben).follow(SITE.as(ben).get("/r/" + guide)).body())
                .contains("A longer guide");
        assertThat(SITE.as(mod).get("/c/valley/log").body())
                .contains("took changed words for the resource");
    }

    private static String hidden(String page, String field) {
        int at = page.indexOf("name=\"" + field + "\" value=\"");
        assertThat(at).as(field).isPositive();
        int from = page.indexOf("value=\"", at) + 7;
        return page.substring(from, page.indexOf('"', from));
    }

    @Test
    void whatWasNotLetInIsFoundChangedAndHandedInAgain() {
        SITE.db().run("update community set review_resources = true");
        String guide = shared("A guide");
        SITE.as(mod).post("/r/" + guide + "/decline", "reason", "It names a patient.");

        assertThat(SITE.as(ada).get("/c/valley/library").body()).contains("href=\"/shared\"");
        assertThat(SITE.as(ada).get("/u/ada").body()).contains("href=\"/shared\"");
        assertThat(SITE.as(ben).get("/u/ada").body()).doesNotContain("href=\"/shared\"");
        assertThat(SITE.as(ada).get("/shared").body())
                .contains("A guide", "Not let in", "It names a patient.", "/r/" + guide + "/again");
        assertThat(SITE.as(ben).get("/shared").body()).doesNotContain("It names a patient.");
        assertThat(SITE.as(ada).follow(SITE.as(ada).get("/r/" + guide)).body())
                .contains("/r/" + guide + "/edit", "/r/" + guide + "/again");
        String form = SITE.as(ada).get("/r/" + guide + "/edit").body();
        var edited =
                SITE.as(ada)
                        .post(
                                "/r/" + guide + "/edit",
                                "revision",
                                hidden(form, "revision"),
                                "title",
                                "A guide without names",
                                "kind",
                                "tool");
        assertThat(SITE.as(ada).follow(edited).body()).contains("hand it in again");
        String ask = SITE.as(ada).get("/r/" + guide + "/again").body();
        assertThat(ask).contains("What have you changed?");
        SITE.as(ada)
                .post(
                        "/r/" + guide + "/again",
                        "revision",
                        hidden(ask, "revision"),
                        "reason",
                        "The name is gone.");

        HttpResponse<String> twice = SITE.as(ada).get("/r/" + guide + "/again");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("You have asked already");
        assertThat(SITE.as(mod).get("/c/valley/moderation").body())
                .contains("The name is gone.", "Look at it and decide");
        assertThat(SITE.as(mod).follow(SITE.as(mod).get("/r/" + guide)).body())
                .contains("It names a patient.", "/r/" + guide + "/since", "The name is gone.");
        assertThat(SITE.as(mod).get("/r/" + guide + "/since").body())
                .contains("<ins>", "without names", "The same version as then.");
        assertThat(SITE.as(ben).get("/r/" + guide + "/since").statusCode()).isEqualTo(404);
    }

    @Test
    void refusalsOnTheWaySpeakOfResources() {
        String guide = shared("A guide");
        assertThat(SITE.as(ben).get("/r/" + guide + "/edit").body())
                .contains(
                        "Only whoever shared this, and those who care for the library, change it.");
        SITE.as(mod).post("/r/" + guide + "/delete", "reason", "Old.");
        assertThat(SITE.as(ada).get("/r/" + guide + "/version").body())
                .contains("takes no new version from you")
                .doesNotContain("Only members share");
        String other = shared("Another guide");
        SITE.as(mod).post("/r/" + other + "/hide", "reason", "A name.");
        assertThat(SITE.as(ada).get("/r/" + other + "/delete").body())
                .contains("only a moderator deletes it");
        assertThat(SITE.as(ada).post("/r/" + other + "/delete").statusCode()).isEqualTo(403);
        assertThat(SITE.as(mod).get("/r/" + other + "/delete").statusCode()).isEqualTo(200);
        assertThat(SITE.as(mod).post("/r/" + other + "/delete", "reason", "Gone.").statusCode())
                .isEqualTo(303);
    }

    @Test
    void wordsThatWereNotTakenAreTakenUpAgain() {
        String guide = shared("A guide");
        SITE.db().run("update community set review_resources = true");
        SITE.as(ada)
                .post(
                        "/r/" + guide + "/edit",
                        "revision",
                        "1",
                        "title",
                        "A guide to buy",
                        "kind",
                        "tool");
        String words = hidden(SITE.as(mod).get("/r/" + guide + "/words").body(), "words");
        SITE.as(mod)
                .post(
                        "/r/" + guide + "/words",
                        "words",
                        words,
                        "decision",
                        "decline",
                        "reason",
                        "It sells.");

        assertThat(SITE.as(ada).follow(SITE.as(ada).get("/r/" + guide)).body())
                .contains("/r/" + guide + "/words/" + words);
        assertThat(SITE.as(ada).get("/r/" + guide + "/words/" + words).body())
                .contains("It sells.", "to buy", "/r/" + guide + "/edit?words=" + words);
        assertThat(SITE.as(ada).get("/r/" + guide + "/edit?words=" + words).body())
                .contains("A guide to buy");
        assertThat(SITE.as(mod).get("/r/" + guide + "/words/" + words).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsReportedComesBeforeTheModeratorsAndBothAreTold() {
        String guide = shared("A guide");
        assertThat(SITE.as(ben).follow(SITE.as(ben).get("/r/" + guide)).body())
                .contains("/r/" + guide + "/report");
        assertThat(SITE.as(ben).get("/r/" + guide + "/report").body()).contains("patient_data");
        assertThat(SITE.as(ben).post("/r/" + guide + "/report", "note", "Page 3").statusCode())
                .as("without saying why")
                .isEqualTo(422);

        SITE.as(ben).post("/r/" + guide + "/report", "kind", "unsafe", "note", "Page 3");

        told(mod, "reported");
        assertThat(SITE.as(mod).get("/c/valley/moderation").body())
                .contains("A guide", "Page 3", "/r/" + guide + "/keep");
        assertThat(SITE.as(ben).get("/r/" + guide + "/hide").statusCode()).isEqualTo(403);
        SITE.as(mod).post("/r/" + guide + "/hide", "reason", "The dose is wrong.");
        told(ada, "has hidden “A guide”, which you shared", "The dose is wrong.");
        told(ben, "have hidden the resource in Valley that you reported");
        assertThat(SITE.as(ada).follow(SITE.as(ada).get("/r/" + guide)).body())
                .contains("A moderator has hidden this", "They say: “The dose is wrong.”");
        assertThat(SITE.as(mod).get("/c/valley/moderation").body())
                .contains("A guide", "/r/" + guide + "/restore");
        assertThat(SITE.as(mod).get("/c/valley/log").body())
                .contains("hid the resource", "The dose is wrong.");
    }

    @Test
    void aSettingOfTheCommunityLetsThemWait() {
        SITE.db()
                .run(
                        "insert into membership (id, community_id, person_id, role) select %d, id, %d, 'chair' from community"
                                .formatted(Ids.next(), mod.id()));

        SITE.as(mod)
                .post(
                        "/c/valley/settings",
                        "name",
                        "Valley",
                        "languages",
                        "en",
                        "reviewResources",
                        "on");

        assertThat(SITE.db().count("select count(*) from community where review_resources"))
                .isEqualTo(1);
        assertThat(SITE.as(mod).get("/c/valley/settings").body())
                .contains("name=\"reviewResources\" checked");
        assertThat(SITE.as(ada).get("/c/valley/charter").body())
                .contains("What members share in the library waits");
    }

    @Test
    void aRefusalIsTakenBackWhereItWasMadeAndItsOwnerIsTold() {
        SITE.db().run("update community set review_resources = true");
        String guide = shared("A guide");
        HttpResponse<String> declined =
                SITE.as(mod).post("/r/" + guide + "/decline", "reason", "It names a patient.");
        String page = SITE.as(mod).follow(declined).body();
        assertThat(page).contains("Decided too fast?", "action=\"/r/" + guide + "/reopen\"");
        assertThat(SITE.as(ada).follow(SITE.as(ada).get("/r/" + guide)).body())
                .doesNotContain("Decided too fast?");

        HttpResponse<String> reopened = SITE.as(mod).post("/r/" + guide + "/reopen");

        assertThat(SITE.as(mod).follow(reopened).body())
                .contains("This waits for a moderator", "/r/" + guide + "/admit")
                .doesNotContain("It names a patient.");
        told(ada, "A moderator has taken back that “A guide” was not let in");
        assertThat(SITE.as(mod).get("/c/valley/log").body()).contains("took back the refusal of");
        HttpResponse<String> twice = SITE.as(mod).post("/r/" + guide + "/reopen");
        assertThat(twice.statusCode()).isEqualTo(409);
    }

    @Test
    void aVersionThatWasDeclinedTooFastWaitsAgainAndWhoProposedItIsTold() {
        String guide = shared("A guide");
        proposes(guide, "Second words");
        decide(mod, guide, 2, "decline", "Too old.");
        String page = SITE.as(mod).get("/r/" + guide + "/v/2").body();
        assertThat(page).contains("Decided too fast?");
        assertThat(SITE.as(ben).get("/r/" + guide + "/v/2").body())
                .doesNotContain("Decided too fast?");

        var reopened =
                SITE.as(mod)
                        .post(
                                "/r/" + guide + "/v/2/decision",
                                "version",
                                hidden(page, "version"),
                                "decision",
                                "reopen");

        assertThat(SITE.as(mod).follow(reopened).body()).contains("/v/2/decision");
        told(ben, "has taken back that your version of “A guide” was not taken");
        assertThat(SITE.as(mod).get("/c/valley/moderation").body())
                .contains("A new version is proposed");
        assertThat(SITE.as(mod).get("/c/valley/log").body())
                .contains("took back the refusal of a proposed version of", "(<strong>Version 2");
    }

    @Test
    void whatIsHandedInAgainSaysSoToModerators() {
        SITE.db().run("update community set review_resources = true");
        String guide = shared("A guide");
        SITE.as(mod).post("/r/" + guide + "/decline", "reason", "It names a patient.");
        String ask = SITE.as(ada).get("/r/" + guide + "/again").body();
        SITE.as(ada)
                .post(
                        "/r/" + guide + "/again",
                        "revision",
                        hidden(ask, "revision"),
                        "reason",
                        "Gone.");

        told(
                mod,
                "Ada handed “A guide” in again in Valley",
                "Not let in before,",
                "It names a patient.");
        assertThat(SITE.as(mod).get("/c/valley/moderation").body())
                .contains("Handed in again", "Not let in before,", "It names a patient.", "Gone.");
        assertThat(SITE.as(mod).follow(SITE.as(mod).get("/r/" + guide)).body())
                .contains("This was handed in again", "It names a patient.");
    }

    @Test
    void anOwnerIsToldAtOnceOfAReportThatHidesAndOfAProposal() {
        SITE.db().run("update community set review_resources = true");
        String guide = shared("A guide");
        SITE.as(mod).post("/r/" + guide + "/admit", "revision", "1");
        proposes(guide, "Other words");
        told(
                ada,
                "Ben proposes a new version of “A guide”, which you shared: moderators decide",
                "href=\"/r/" + guide + "/v/2\"");

        SITE.as(ben).post("/r/" + guide + "/report", "kind", "patient_data", "note", "Page 3");

        told(ada, "“A guide”, which you shared, was reported and is hidden until");
        String desk = SITE.as(mod).get("/c/valley/moderation").body();
        assertThat(Jsoup.parse(desk).select(".case")).hasSize(1);
        assertThat(desk).contains("Page 3", "/r/" + guide + "/restore", "Leave hidden");
    }

    @Test
    void whoseWordsWaitReadsNotOnlyThatItIsShared() {
        SITE.db().run("update community set review_resources = true");
        String guide = shared("A guide");
        SITE.as(mod).post("/r/" + guide + "/admit", "revision", "1");
        String form = SITE.as(ada).get("/r/" + guide + "/edit").body();
        SITE.as(ada)
                .post(
                        "/r/" + guide + "/edit",
                        "revision",
                        hidden(form, "revision"),
                        "title",
                        "A better guide",
                        "kind",
                        "tool");

        assertThat(SITE.as(ada).get("/shared").body())
                .contains(
                        "Your changes to what is said of it wait for a moderator",
                        "href=\"/r/" + guide + "/words\"");
    }

    @Test
    void whatIsDecidedStandsBeforeWhatIsDecidedAbout() {
        SITE.db().run("update community set review_resources = true");
        String guide = shared("A guide");
        Document waits = page(mod, "/r/" + guide);
        assertThat(waits.select(".decides ~ article.prose, .decides ~ section article")).hasSize(1);
        assertThat(waits.select(".decides a").eachText())
                .containsExactly("Let it be read", "Do not let it in");
        SITE.as(mod).post("/r/" + guide + "/admit", "revision", "1");
        SITE.as(mod).post("/r/" + guide + "/hide", "reason", "A name.");
        String ask = SITE.as(ada).get("/r/" + guide + "/ask").body();
        SITE.as(ada).post("/r/" + guide + "/ask", "revision", hidden(ask, "revision"));

        Document asked = page(mod, "/r/" + guide);

        assertThat(asked.select(".decides a").eachText())
                .containsExactly("Show again", "Leave hidden");
        assertThat(asked.select("a[href$=/since]").text())
                .isEqualTo("What has changed since it was hidden");
        assertThat(SITE.as(mod).get("/r/" + guide + "/since").body())
                .contains("Why it is hidden: “A name.”");
    }

    private static Document page(Somebody person, String path) {
        return Jsoup.parse(SITE.as(person).follow(SITE.as(person).get(path)).body());
    }

    private void told(Somebody person, String... words) {
        Instant until = Instant.now().plus(Duration.ofSeconds(15));
        String page = SITE.as(person).get("/notifications").body();
        while (!page.contains(words[0]) && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(100_000_000);
            page = SITE.as(person).get("/notifications").body();
        }
        assertThat(page).contains(words);
    }

    private String shared(String title) {
        var answer =
                SITE.api(ada)
                        .post(
                                "/api/v1/communities/valley/resources",
                                Map.of("title", title, "kind", "tool", "body", "Words"),
                                null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().get("id").asText();
    }
}
