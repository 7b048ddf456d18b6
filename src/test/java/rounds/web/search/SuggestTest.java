package rounds.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What is offered while somebody types, and what is kept of what she searched for.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestTest {
    private static final Site SITE = Site.running();

    private Somebody ben;
    private Somebody eve;
    private Visit reader;
    private Visit stranger;

    @BeforeAll
    void aPrivateCommunityOfTwo() {
        SITE.db().empty();
        Somebody ada = SITE.person("ada");
        ben = SITE.person("ben");
        eve = SITE.person("eve");
        long valley = SITE.community("valley", "private");
        SITE.member(valley, ada);
        SITE.member(valley, ben, "moderator");
        SITE.db()
                .run(
                        """
                        update person set name = 'Adaeze Stone', profession = 'Nurse', place = 'Moss Bay',
                               expertise = '{wound care,dizziness}', emr = '{OSCAR Pro}' where handle = 'ada';
                        insert into term (id, community_id, state, name, expansion, language, visibility, proposed_by, made_at, changed_at)
                        select 77, %1$d, 'standing', 'HTN', 'hypertension', 'en', 'private', id, now(), now() from person where handle = 'ada';
                        insert into change_log (content_type, content_id, what) values ('term', 77, 'created');
                        """
                                .formatted(valley));
        reader = SITE.as(ben);
        stranger = SITE.as(eve);
        SITE.as(ada)
                .post(
                        "/c/valley/discussions",
                        "kind",
                        "question",
                        "title",
                        "Hypertension readings at home",
                        "body",
                        "Words.",
                        "tags",
                        "blood-pressure");
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (names(reader, "hyper").size() < 2 && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static JsonNode offered(Visit visit, String typed) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(visit.get("/search/suggest?q=" + encoded(typed)).body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    /// Group and name of each.
    private static List<String> names(Visit visit, String typed) {
        var names = new ArrayList<String>();
        for (JsonNode group : offered(visit, typed).path("groups")) {
            for (JsonNode offer : group.path("offers")) {
                names.add(group.path("label").asText() + ": " + offer.path("name").asText());
            }
        }
        return names;
    }

    @Test
    void whatBeginsSoIsOfferedKindByKind() {
        assertThat(names(reader, "hyper"))
                .containsExactly(
                        "Discussions, resources, case stories and topics: Hypertension readings at home",
                        "Glossaries: HTN: hypertension");
        assertThat(names(reader, "htn")).containsExactly("Glossaries: HTN: hypertension");
        assertThat(names(reader, "readings at ho")).hasSize(1);
        assertThat(names(reader, "blood")).containsExactly("Tags: blood-pressure");
        assertThat(names(reader, "stone ada")).containsExactly("People: Adaeze Stone");
        assertThat(names(reader, "@ada")).containsExactly("People: Adaeze Stone");
        assertThat(names(reader, "vall")).containsExactly("Communities: Valley");
        assertThat(names(reader, "h")).isEmpty();
        assertThat(offered(reader, "stone").at("/groups/0/offers/0/path").asText())
                .isEqualTo("/u/ada");
        assertThat(offered(reader, "stone").path("said").asText())
                .isEqualTo("1 suggestion. Choose it with the down arrow and Enter.");
    }

    @Test
    void oneTypingErrorIsForgiven() {
        assertThat(names(reader, "hypretens")).hasSize(2);
        assertThat(names(reader, "hypertention reedings")).hasSize(1);
        assertThat(names(reader, "adazee")).containsExactly("People: Adaeze Stone");
        assertThat(names(reader, "vally")).containsExactly("Communities: Valley");
        assertThat(names(reader, "blodd-pr")).containsExactly("Tags: blood-pressure");
        assertThat(names(reader, "hxxertens")).isEmpty();
    }

    @Test
    void behindAnOperatorItsValuesAreOffered() {
        assertThat(names(reader, "readings in:val")).containsExactly("Narrow it to: Valley");
        assertThat(offered(reader, "readings -in:vally").at("/groups/0").toString())
                .contains("\"label\":\"Leave out\"")
                .contains("\"more\":\"-in:valley\"")
                .contains("\"whole\":\"readings -in:valley\"")
                .contains("/search?q=readings%20-in%3Avalley");
        assertThat(names(reader, "kind:chal")).containsExactly("Narrow it to: Challenge");
        assertThat(names(reader, "kind:défi")).containsExactly("Narrow it to: Challenge");
        assertThat(names(reader, "genre:Ques")).containsExactly("Narrow it to: Question");
        assertThat(names(reader, "type:rep")).containsExactly("Narrow it to: Replies");
        assertThat(names(reader, "type:p"))
                .containsExactly(
                        "Narrow it to: Replies", "Narrow it to: PDF", "Narrow it to: PPTX");
        assertThat(names(reader, "lang:french")).containsExactly("Narrow it to: français");
        assertThat(names(reader, "is:"))
                .hasSize(7)
                .contains("Narrow it to: Unread", "Narrow it to: Open");
        assertThat(names(reader, "est:non")).containsExactly("Narrow it to: Unread");
        assertThat(names(reader, "has:")).hasSize(2);
        assertThat(names(reader, "-by:stone")).containsExactly("Leave out: Adaeze Stone");
        assertThat(names(reader, "by:@adazee")).containsExactly("Narrow it to: Adaeze Stone");
        assertThat(names(reader, "tag:blood")).containsExactly("Narrow it to: blood-pressure");
        assertThat(names(reader, "tag:blodd")).containsExactly("Narrow it to: blood-pressure");
        assertThat(names(reader, "readings by:")).containsExactly("Narrow it to: Adaeze Stone");
        assertThat(names(reader, "by:")).containsExactly("Narrow it to: Adaeze Stone");
        assertThat(names(reader, "tag:")).containsExactly("Narrow it to: blood-pressure");
        assertThat(names(reader, "in:")).containsExactly("Narrow it to: Valley");
        assertThat(names(reader, "by:zzzz")).isEmpty();
        // Within a phrase, and behind a blank, it is text like any other.
        assertThat(names(reader, "\"say in:val")).doesNotContain("Narrow it to: Valley");
        assertThat(names(reader, "in:valley ")).doesNotContain("Narrow it to: Valley");
    }

    @Test
    void whereNoTitleBeginsSoWhatTheSearchFindsIsOffered() {
        assertThat(names(reader, "adaeze readings"))
                .containsExactly("The search finds: Hypertension readings at home");
        assertThat(names(reader, "hypertension kind:question ")).hasSize(1);
        assertThat(names(reader, "hypertension kind:challenge ")).isEmpty();
        assertThat(offered(reader, "adaeze readings").at("/groups/0/offers/0/more").asText())
                .isEqualTo("Adaeze Stone · Question · Valley");
        assertThat(names(stranger, "adaeze readings")).isEmpty();
        assertThat(names(SITE.visitor(), "adaeze readings")).isEmpty();
    }

    @Test
    void whoMayNotReadItIsOfferedNothingOfIt() {
        for (String typed :
                List.of(
                        "hyper",
                        "htn",
                        "blood",
                        "stone",
                        "vall",
                        "hypretens",
                        "adazee",
                        "vally",
                        "in:vall",
                        "in:vally",
                        "in:",
                        "by:stone",
                        "by:",
                        "hyper by:",
                        "tag:blood",
                        "-tag:",
                        "year:")) {
            assertThat(names(stranger, typed)).as(typed).isEmpty();
            assertThat(names(SITE.visitor(), typed)).as(typed).isEmpty();
        }
        assertThat(names(stranger, "eve")).containsExactly("People: Eve");
    }

    @Test
    void oddInputIsTakenAsItIs() {
        for (String typed :
                List.of(
                        "kind:",
                        "\"",
                        "-",
                        "*",
                        "(a OR",
                        "%",
                        "' or 1=1",
                        "@",
                        "#",
                        "\u0000a",
                        "é",
                        "🫀🫀",
                        "a".repeat(101),
                        "x ".repeat(49))) {
            assertThat(reader.get("/search/suggest?q=" + encoded(typed)).statusCode())
                    .as(typed)
                    .isEqualTo(200);
        }
        assertThat(reader.get("/search/suggest?q=" + "a".repeat(1_001)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aProgramIsOfferedTheSame() {
        var items = SITE.api(ben).get("/api/v1/search/suggestions?q=hyper").body().path("items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.at("/0/type").asText()).isEqualTo("discussion");
        assertThat(items.at("/0/community").asText()).isEqualTo("valley");
        assertThat(items.at("/1/type").asText()).isEqualTo("term");
        assertThat(SITE.api(eve).get("/api/v1/search/suggestions?q=hyper").body().path("items"))
                .isEmpty();
    }

    @Test
    void recentSearchesAreHersAndEndWhenSheSaysSo() {
        reader.post("/search/recent", "q", "Home readings");
        reader.post("/search/recent", "q", "fax referrals");
        reader.post("/search/recent", "q", "home  Readings");
        assertThat(names(reader, "").stream().limit(2))
                .containsExactly(
                        "You searched for: home Readings", "You searched for: fax referrals");
        assertThat(names(reader, "").getLast())
                .isEqualTo("You searched for: Clear these, or keep none");
        assertThat(names(reader, "read")).contains("You searched for: home Readings");
        assertThat(names(stranger, "")).isEmpty();
        // Opening an address keeps nothing.
        reader.get("/search?q=somebody+linked+this");
        assertThat(names(reader, "somebody")).isEmpty();

        reader.post("/search/recent/forgotten", "q", "fax referrals");
        assertThat(Jsoup.parse(reader.get("/search/recent").body()).select("main .row h3").text())
                .isEqualTo("home Readings");
        reader.post("/search/recent/keeping", "keeps", "no");
        assertThat(SITE.db().count("select count(*) from recent_search")).isZero();
        reader.post("/search/recent", "q", "again");
        assertThat(SITE.db().count("select count(*) from recent_search")).isZero();
        reader.post("/search/recent/keeping", "keeps", "yes");
        reader.post("/search/recent", "q", "again");
        reader.post("/search/recent/forgotten", "all", "yes");
        assertThat(names(reader, "")).isEmpty();
    }

    @Test
    void wordsThatMayIdentifyAPatientAreNotKept() {
        for (String words :
                List.of(
                        "chest pain 1234 567 897",
                        "John Smith born 1961-03-04",
                        "call 250-555-0134",
                        "a".repeat(201))) {
            stranger.post("/search/recent", "q", words);
        }
        assertThat(names(stranger, "")).isEmpty();
        for (String words :
                List.of(
                        "Referral letters by fax",
                        "hypertension in pregnancy",
                        "kind:challenge inbox",
                        "metformin 5 mg",
                        "Chest pain")) {
            stranger.post("/search/recent", "q", words);
        }
        assertThat(names(stranger, "")).hasSize(6);
        for (int n = 0; n < 30; n++) {
            stranger.post(
                    "/search/recent",
                    "q",
                    "words " + "abcdefghijklmnopqrstuvwxyzABCDEFGH".charAt(n) + "x");
        }
        assertThat(
                        SITE.db()
                                .count(
                                        "select count(*) from recent_search where person_id = "
                                                + eve.id()))
                .isEqualTo(20);
        SITE.api(eve).delete("/api/v1/search/recent");
        assertThat(names(stranger, "")).isEmpty();
    }

    @Test
    void peopleAreFoundByWhatTheySayOfThemselves() {
        for (String asked :
                List.of(
                        "q=wound",
                        "q=oscar+nurse",
                        "q=moss",
                        "expertise=dizz",
                        "emr=oscar",
                        "place=moss+bay",
                        "profession=nurse&q=stone")) {
            assertThat(
                            Jsoup.parse(reader.get("/search/people?" + asked).body())
                                    .select(".row h3")
                                    .text())
                    .as(asked)
                    .isEqualTo("Adaeze Stone");
            assertThat(SITE.api(ben).get("/api/v1/search/people?" + asked).body().path("items"))
                    .as(asked)
                    .hasSize(1);
            assertThat(SITE.api(eve).get("/api/v1/search/people?" + asked).body().path("items"))
                    .as(asked)
                    .isEmpty();
        }
        for (String asked : List.of("", "q=%25", "emr=wound", "place=nurse", "q=ben&emr=oscar")) {
            assertThat(SITE.api(ben).get("/api/v1/search/people?" + asked).body().path("items"))
                    .as(asked)
                    .isEmpty();
        }
        var found = Jsoup.parse(reader.get("/search?q=dizziness").body());
        assertThat(found.select("[aria-labelledby=h-people] h3").text()).isEqualTo("Adaeze Stone");
        assertThat(found.select("a[href=/search/people?q=dizziness]")).isNotEmpty();
        assertThat(
                        Jsoup.parse(reader.get("/search/people?q=wound").body())
                                .select("#h-found")
                                .text())
                .isEqualTo("1 person");
    }

    private static org.jsoup.nodes.Document people(Visit visit, String asked) {
        return Jsoup.parse(visit.get("/search/people?" + asked).body());
    }

    @Test
    void misspeltPeopleAreFoundAndItIsSaidBecauseOfWhat() {
        for (String asked :
                List.of("q=adazee", "q=wuond+crae", "q=nusre+moss", "expertise=dizzyness")) {
            assertThat(people(reader, asked).select(".row h3").text())
                    .as(asked)
                    .isEqualTo("Adaeze Stone");
            assertThat(people(stranger, asked).select(".row")).as(asked).isEmpty();
            assertThat(people(stranger, asked).text()).as(asked).doesNotContain("Adaeze");
        }
        assertThat(people(reader, "q=nusre+moss").select(".note-line").text())
                .isEqualTo(
                        "Nobody whom you may know of says “nusre”: “Nurse” was looked for instead.");
        // The search for everything finds her, too, where it finds nothing else.
        assertThat(
                        Jsoup.parse(reader.get("/search?q=adazee+stnoe").body())
                                .select("[aria-labelledby=h-people] h3")
                                .text())
                .isEqualTo("Adaeze Stone");
    }

    @Test
    void whoeverFindsNobodyIsToldWhatToLeaveOut() {
        var nobody = people(reader, "q=nurse+surgery&place=moss");
        assertThat(nobody.select(".empty li").eachText())
                .containsExactly("without “surgery” 1 person");
        assertThat(nobody.select(".empty li a").attr("href"))
                .isEqualTo("/search/people?q=nurse&place=moss");
        assertThat(nobody.select(".said a").eachText()).contains("wound care 1");
        assertThat(people(stranger, "q=nurse+surgery").select(".empty li, .said")).isEmpty();
    }

    @Test
    void whatPeopleSayOfThemselvesIsCountedToChooseFrom() {
        var begun = people(reader, "");
        assertThat(begun.select(".said section h3").eachText())
                .containsExactly(
                        "Profession", "Can be asked about", "Medical record system", "Place");
        assertThat(begun.select(".said a[href='/search/people?emr=OSCAR+Pro']").text())
                .isEqualTo("OSCAR Pro 1");
        assertThat(people(reader, "emr=OSCAR+Pro").select(".row h3").text())
                .isEqualTo("Adaeze Stone");
        assertThat(people(reader, "emr=OSCAR+Pro").select(".narrowed a").attr("href"))
                .isEqualTo("/search/people?");
        assertThat(begun.select(".menu-list a[href=/search/people]")).isNotEmpty();
        assertThat(people(stranger, "").select(".said")).isEmpty();
    }
}
