package rounds.web.library;

import static org.assertj.core.api.Assertions.assertThat;

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
        told(eve, "Ben proposes a new version of “A guide”");
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

        told(ben, "that you proposed was not taken", "Old.");
        told(ada, "The changes that you made to “A guide” were not taken", "Not for the ward.");
        assertThat(SITE.as(eve).get("/notifications").body())
                .as("what somebody else has decided")
                .doesNotContain("proposes a new version", "wants to change");
        assertThat(SITE.as(mod).get("/c/valley/moderation").body())
                .doesNotContain("A new version is proposed", "Other words are proposed");
    }

    @Test
    void whatIsSaidLaterIsComparedAndDecidedAbout() {
        String guide = shared("A guide");
        SITE.db().run("update community set review_resources = true");
        assertThat(SITE.as(ada).get("/r/" + guide + "/edit").body())
                .contains("A curator looks at what you change here");
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
                .contains("Your changes wait for a curator", "/r/" + guide + "/words");
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
