package rounds.web.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.platform.database.Ids;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.List;

/// Communities as people meet them in a browser.
class CommunityPagesTest {
    private static final Site site = Site.running();

    private Somebody ada;
    private Somebody ben;
    private Somebody cleo;

    @BeforeEach
    void people() {
        site.db().empty();
        ada = site.person("ada");
        ben = site.person("ben");
        cleo = site.person("cleo");
    }

    @Test
    void aVisitorFindsTwoDoorsAndAMemberWhatIsNew() {
        found("Open to all", "public");

        Document front = page(site.visitor().get("/"));
        assertThat(front.select("a[href=/communities/new]")).isNotEmpty();
        assertThat(front.select("form[action=/communities]")).isNotEmpty();
        assertThat(front.select(".row h3").eachText()).containsExactly("Open to all");
        assertThat(page(site.as(ada).get("/")).select(".side a[href=/c/open-to-all]")).isNotEmpty();
        assertThat(page(site.as(ben).get("/")).select("a[href=/communities/new]")).isNotEmpty();
    }

    @Test
    void whoIsInACommunityBeginsADiscussionFromTheFirstPage() {
        found("Open to all", "public");
        assertThat(page(site.as(ada).get("/")).select(".head a.main").attr("href"))
                .isEqualTo("/c/open-to-all/discussions/new");
        assertThat(page(site.as(ben).get("/")).select("[href$=/discussions/new]")).isEmpty();

        found("Another", "public");
        assertThat(page(site.as(ada).get("/")).select(".head .start li").eachText())
                .containsExactly("Another", "Open to all");
        assertThat(page(site.as(ada).get("/")).select(".head .start a").eachAttr("href"))
                .containsExactly("/c/another/discussions/new", "/c/open-to-all/discussions/new");
    }

    @Test
    void aCommunityIsFoundedByItsFormAndTheFormKeepsItsWords() {
        HttpResponse<String> refused =
                site.as(ada)
                        .post(
                                "/communities",
                                "name",
                                "",
                                "purpose",
                                "My long purpose",
                                "visibility",
                                "listed",
                                "languages",
                                "fr");
        assertThat(refused.statusCode()).isEqualTo(422);
        Document form = page(refused);
        assertThat(form.select("textarea[name=purpose]").text()).isEqualTo("My long purpose");
        assertThat(form.select("input[value=listed]").hasAttr("checked")).isTrue();
        assertThat(form.select("#e-name")).isNotEmpty();

        Visit visit = site.as(ada);
        HttpResponse<String> made =
                visit.post(
                        "/communities",
                        "name",
                        "Home care",
                        "visibility",
                        "public",
                        "languages",
                        "en",
                        "submission",
                        "s1");
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(location(made)).isEqualTo("/c/home-care");
        visit.post(
                "/communities",
                "name",
                "Home care",
                "visibility",
                "public",
                "languages",
                "en",
                "submission",
                "s1");
        assertThat(site.db().count("select count(*) from community")).isEqualTo(1);
        assertThat(page(visit.get("/c/home-care")).select("h1").text()).isEqualTo("Home care");
    }

    @Test
    void foundingIsForThoseWhoSignedInAndConfirmed() {
        assertThat(location(site.visitor().get("/communities/new")))
                .isEqualTo("/sign-in?next=%2Fcommunities%2Fnew");
        Somebody dan = site.unconfirmed("dan");

        assertThat(
                        site.as(dan)
                                .post(
                                        "/communities",
                                        "name",
                                        "Early",
                                        "visibility",
                                        "public",
                                        "languages",
                                        "en")
                                .statusCode())
                .isNotEqualTo(303);
        assertThat(site.db().count("select count(*) from community")).isZero();
    }

    @Test
    void keysThatNoFormHasChangeNothing() {
        site.as(ada)
                .post(
                        "/communities",
                        "name",
                        "Mine",
                        "visibility",
                        "private",
                        "languages",
                        "en",
                        "slug",
                        "mine-1",
                        "id",
                        "1",
                        "created_by",
                        Ids.text(ben.id()),
                        "members",
                        "900",
                        "sample",
                        "true",
                        "sourceId",
                        "x");
        site.as(ada)
                .post(
                        "/c/mine-1/settings",
                        "name",
                        "Mine",
                        "languages",
                        "en",
                        "visibility",
                        "public",
                        "slug",
                        "other",
                        "members",
                        "900",
                        "understood",
                        "on");

        assertThat(
                        site.db()
                                .count(
                                        "select count(*) from community where slug = 'mine-1' and visibility = 'private' and members = 1"
                                                + " and not sample and source_id is null and created_by = "
                                                + ada.id()))
                .isEqualTo(1);
    }

    @Test
    void theDirectoryShowsWhatTheViewerMayKnowOf() {
        found("Open ground", "public");
        found("Listed ground", "listed");
        found("Hidden ground", "private");

        assertThat(rows(site.visitor(), "/communities")).containsExactly("Open ground");
        assertThat(rows(site.as(ben), "/communities"))
                .containsExactly("Listed ground", "Open ground");
        assertThat(rows(site.as(ada), "/communities?q=GROUND"))
                .containsExactly("Hidden ground", "Listed ground", "Open ground");
        assertThat(rows(site.as(ben), "/communities?q=hidden")).isEmpty();
        assertThat(rows(site.as(ben), "/communities?language=fr")).isEmpty();
        assertThat(site.visitor().get("/communities?after=rubbish").statusCode()).isEqualTo(422);
    }

    @Test
    void theDirectoryGoesOnPageByPage() {
        for (int i = 10; i < 35; i++) {
            found("Ground " + i, "public");
        }

        Document first = page(site.visitor().get("/communities?q=ground"));
        Document second = page(site.visitor().get(first.select("a[rel=next]").attr("href")));

        assertThat(first.select(".row")).hasSize(20);
        assertThat(second.select(".row h3").eachText())
                .containsExactly("Ground 30", "Ground 31", "Ground 32", "Ground 33", "Ground 34");
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void whatIsHiddenLooksLikeWhatIsNotThere() {
        String hidden = found("Hidden", "private");
        String listed = found("Listed", "listed");
        for (String inside :
                List.of(
                        "",
                        "/charter",
                        "/members",
                        "/members/ada",
                        "/requests",
                        "/invitations",
                        "/settings",
                        "/log",
                        "/leave")) {
            assertSame(site.as(ben), "/c/" + hidden + inside, "/c/hidden-x2x2x2" + inside);
            assertSame(site.visitor(), "/c/" + hidden + inside, "/c/hidden-x2x2x2" + inside);
            assertSame(site.visitor(), "/c/" + listed + inside, "/c/nobody" + inside);
        }
        assertSame(site.as(ben), "/c/" + hidden + "/join", "/c/hidden-x2x2x2/join");
        for (String act :
                List.of(
                        "/join",
                        "/requests",
                        "/leave",
                        "/invitations",
                        "/settings",
                        "/visibility",
                        "/members/ada/removal")) {
            assertThat(
                            site.as(ben)
                                    .post(
                                            "/c/" + hidden + act,
                                            "name",
                                            "x",
                                            "days",
                                            "7",
                                            "reason",
                                            "x",
                                            "visibility",
                                            "public",
                                            "languages",
                                            "en")
                                    .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    @Test
    void aListedCommunityShowsItsDoorAndNothingBehindIt() {
        String slug = found("Listed", "listed");

        HttpResponse<String> door = site.as(ben).get("/c/" + slug);
        assertThat(door.statusCode()).isEqualTo(200);
        assertThat(page(door).select("form[action=/c/" + slug + "/requests]")).isNotEmpty();
        assertThat(page(door).select(".margin .who").eachText()).containsExactly("Ada");
        for (String inside :
                List.of(
                        "/charter",
                        "/members",
                        "/members/ada",
                        "/settings",
                        "/requests",
                        "/invitations")) {
            HttpResponse<String> refused = site.as(ben).get("/c/" + slug + inside);
            assertThat(refused.statusCode()).as(inside).isEqualTo(403);
            assertThat(page(refused).select("form[action=/c/" + slug + "/requests]"))
                    .as(inside)
                    .isNotEmpty();
        }
        assertThat(location(site.visitor().get("/c/" + slug + "/join"))).startsWith("/sign-in");
    }

    @Test
    void whoAsksIsLetInOrNot() {
        String slug = found("Listed", "listed");
        Visit asking = site.as(ben);
        HttpResponse<String> asked =
                asking.post("/c/" + slug + "/requests", "message", "I run <three> hospices");
        assertThat(page(asking.follow(asked)).select("blockquote").text())
                .isEqualTo("I run <three> hospices");
        site.as(cleo).post("/c/" + slug + "/requests", "message", "");

        Visit chair = site.as(ada);
        Document waiting = page(chair.get("/c/" + slug + "/requests"));
        assertThat(waiting.select(".row h3").eachText()).containsExactly("Ben", "Cleo");
        assertThat(waiting.select(".side a[href$=/requests] .count").text()).isEqualTo("2");
        String admit = waiting.select("form[action$=/admission]").first().attr("action");
        String refuse = waiting.select("form[action$=/refusal]").last().attr("action");
        assertThat(site.as(ben).post(admit).statusCode()).isEqualTo(403);
        assertThat(chair.post(admit).statusCode()).isEqualTo(303);
        assertThat(chair.post(admit).statusCode()).isEqualTo(409);
        assertThat(chair.post(refuse, "reason", "Another region").statusCode()).isEqualTo(303);

        assertThat(page(site.as(ben).get("/c/" + slug)).select("#h-discussions")).isNotEmpty();
        assertThat(site.as(cleo).get("/c/" + slug + "/members").statusCode()).isEqualTo(403);
    }

    @Test
    void oneJoinsAPublicCommunityAndLeavesIt() {
        String slug = found("Open", "public");

        assertThat(page(site.visitor().get("/c/" + slug)).select("a[href=/c/" + slug + "/join]"))
                .isNotEmpty();
        assertThat(site.as(ben).post("/c/" + slug + "/join").statusCode()).isEqualTo(303);
        assertThat(page(site.as(ben).get("/c/" + slug + "/leave")).select("form[action$=/leave]"))
                .isNotEmpty();
        assertThat(site.as(ben).post("/c/" + slug + "/leave").statusCode()).isEqualTo(303);
        assertThat(site.as(ada).post("/c/" + slug + "/leave").statusCode()).isEqualTo(409);
        assertThat(site.db().count("select members from community")).isEqualTo(1);
    }

    @Test
    void membersAreForMembersAndForWhoeverSignedInWherePublic() {
        String slug = found("Open", "public");
        join(slug, ben);

        assertThat(rows(site.as(ben), "/c/" + slug + "/members")).containsExactly("Ada", "Ben");
        assertThat(rows(site.as(cleo), "/c/" + slug + "/members?q=ben")).containsExactly("Ben");
        assertThat(rows(site.as(cleo), "/c/" + slug + "/members?role=chair"))
                .containsExactly("Ada");
        assertThat(site.visitor().get("/c/" + slug + "/members").statusCode()).isEqualTo(404);
        assertThat(page(site.visitor().get("/c/" + slug)).select("a[href$=/members]")).isEmpty();
    }

    @Test
    void aChairGivesAndEndsRolesAndRemoves() {
        String slug = found("Open", "public");
        join(slug, ben);
        String member = "/c/" + slug + "/members/ben";
        assertThat(site.as(ben).post(member + "/roles", "role", "chair").statusCode())
                .isEqualTo(403);
        assertThat(site.as(cleo).post(member + "/roles", "role", "chair").statusCode())
                .isEqualTo(403);
        assertThat(site.as(ada).post(member + "/roles", "role", "owner").statusCode())
                .isEqualTo(422);

        assertThat(site.as(ada).post(member + "/roles", "role", "moderator").statusCode())
                .isEqualTo(303);
        assertThat(site.as(ben).get("/c/" + slug + "/log").statusCode()).isEqualTo(200);
        assertThat(site.as(ada).post(member + "/roles/moderator/end").statusCode()).isEqualTo(303);
        assertThat(site.as(ben).get("/c/" + slug + "/log").statusCode()).isEqualTo(403);

        assertThat(site.as(ada).post(member + "/removal", "reason", "").statusCode())
                .isEqualTo(422);
        assertThat(site.as(ada).post(member + "/removal", "reason", "Spam, thrice").statusCode())
                .isEqualTo(303);
        assertThat(
                        page(site.as(ada).get("/c/" + slug + "/log"))
                                .select(".log blockquote")
                                .eachText())
                .containsExactly("Spam, thrice");
        assertThat(site.as(ben).post("/c/" + slug + "/join").statusCode()).isEqualTo(403);
    }

    @Test
    void aRemovedMemberOfAPrivateCommunityFindsNothingThereAtHerNextRequest() {
        String slug = found("Hidden", "private");
        join(slug, ben);
        Visit open = site.as(ben);
        assertThat(open.get("/c/" + slug).statusCode()).isEqualTo(200);

        site.as(ada).post("/c/" + slug + "/members/ben/removal", "reason", "Left the region");

        assertThat(open.get("/c/" + slug).statusCode()).isEqualTo(404);
        assertThat(page(open.get("/")).select("a[href=/c/" + slug + "]")).isEmpty();
    }

    @Test
    void aModeratorWhoLostHerRoleWhileTheFormWasOpenChangesNothing() {
        String slug = found("Listed", "listed");
        join(slug, ben);
        site.as(ada).post("/c/" + slug + "/members/ben/roles", "role", "moderator");
        site.as(cleo).post("/c/" + slug + "/requests", "message", "Please");
        Visit open = site.as(ben);
        String admit =
                page(open.get("/c/" + slug + "/requests"))
                        .select("form[action$=/admission]")
                        .attr("action");

        site.as(ada).post("/c/" + slug + "/members/ben/roles/moderator/end");

        assertThat(open.post(admit).statusCode()).isEqualTo(403);
        assertThat(site.db().count("select count(*) from join_request where decided_at is null"))
                .isEqualTo(1);
    }

    @Test
    void aRequestOfAnotherCommunityIsNotAnsweredThroughOnesOwn() {
        String mine = found("Mine", "listed");
        site.as(ben)
                .post("/communities", "name", "Theirs", "visibility", "listed", "languages", "en");
        site.as(cleo).post("/c/theirs/requests", "message", "");
        String id = Ids.text(site.db().count("select id from join_request"));

        assertThat(site.as(ada).post("/c/" + mine + "/requests/" + id + "/admission").statusCode())
                .isEqualTo(409);
        assertThat(site.as(ada).post("/c/theirs/requests/" + id + "/admission").statusCode())
                .isEqualTo(403);
        assertThat(site.db().count("select count(*) from join_request where decided_at is null"))
                .isEqualTo(1);
    }

    @Test
    void anInvitationIsShownToWhoeverHoldsItAndTakenByThoseWhoSignedIn() {
        String slug = found("Hidden", "private");
        site.as(ada).post("/c/" + slug + "/invitations", "days", "7");
        String address =
                page(site.as(ada).get("/c/" + slug + "/invitations"))
                        .select("input[readonly]")
                        .attr("value");
        String path = address.substring(address.indexOf("/invitations/"));

        Document shown = page(site.visitor().get(path));
        assertThat(shown.select("h1").text()).isEqualTo("Hidden");
        assertThat(shown.select("a[href=/sign-up?next=" + path + "]")).isNotEmpty();
        assertThat(site.visitor().post(path).statusCode()).isEqualTo(401);
        assertThat(site.db().count("select members from community")).isEqualTo(1);
        assertThat(site.as(ben).get(path).statusCode()).isEqualTo(200);
        assertThat(site.db().count("select members from community")).isEqualTo(1);
        assertThat(location(site.as(ben).post(path))).isEqualTo("/c/" + slug);

        String end =
                page(site.as(ada).get("/c/" + slug + "/invitations"))
                        .select("form[action$=/end]")
                        .attr("action");
        assertThat(site.as(cleo).post(end).statusCode()).isEqualTo(404);
        site.as(ada).post(end);
        assertThat(site.as(cleo).post(path).statusCode()).isEqualTo(404);
        assertSame(site.as(cleo), path, "/invitations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    }

    @Test
    void settingsAreForChairAndCoreTeamAndWhoReadsForTheChair() {
        String slug = found("Listed", "listed");
        join(slug, ben);
        join(slug, cleo);
        site.as(ada).post("/c/" + slug + "/members/ben/roles", "role", "core_team");

        assertThat(site.as(cleo).get("/c/" + slug + "/settings").statusCode()).isEqualTo(403);
        assertThat(
                        site.as(ben)
                                .post(
                                        "/c/" + slug + "/settings",
                                        "name",
                                        "New name",
                                        "languages",
                                        "en")
                                .statusCode())
                .isEqualTo(303);
        assertThat(
                        site.as(ben)
                                .post(
                                        "/c/" + slug + "/settings",
                                        "name",
                                        "",
                                        "purpose",
                                        "Kept",
                                        "languages",
                                        "en")
                                .body())
                .contains("Kept");
        assertThat(
                        page(site.as(ben).get("/c/" + slug + "/settings"))
                                .select("form[action$=/visibility]"))
                .isEmpty();
        assertThat(
                        site.as(ben)
                                .post("/c/" + slug + "/visibility", "visibility", "private")
                                .statusCode())
                .isEqualTo(403);

        assertThat(
                        site.as(ada)
                                .post("/c/" + slug + "/visibility", "visibility", "public")
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        site.as(ada)
                                .post(
                                        "/c/" + slug + "/visibility",
                                        "visibility",
                                        "public",
                                        "understood",
                                        "on")
                                .statusCode())
                .isEqualTo(303);
        assertThat(site.visitor().get("/c/" + slug).statusCode()).isEqualTo(200);
        assertThat(
                        site.as(ada)
                                .post("/c/" + slug + "/visibility", "visibility", "private")
                                .statusCode())
                .isEqualTo(303);
        assertThat(site.visitor().get("/c/" + slug).statusCode()).isEqualTo(404);
    }

    @Test
    void theLogNamesTheSettingsThatWereChanged() {
        String slug = found("Open", "public");
        site.as(ada)
                .post(
                        "/c/" + slug + "/settings",
                        "name",
                        "Open",
                        "languages",
                        "en",
                        "secondReader",
                        "on");

        assertThat(site.as(ada).get("/c/" + slug + "/log").body())
                .contains("case stories are read by somebody else first")
                .doesNotContain("its name", "its languages");
    }

    @Test
    void theLogHasASentenceForEveryAct() {
        String slug = found("Open", "public");
        for (String act :
                List.of(
                        "settings_changed",
                        "narrowed",
                        "widened",
                        "admitted",
                        "declined",
                        "invited",
                        "invitation_ended",
                        "role_given",
                        "role_ended",
                        "removed",
                        "left",
                        "hide",
                        "restore",
                        "keep",
                        "approve",
                        "decline",
                        "delete",
                        "close",
                        "reopen",
                        "pin",
                        "unpin")) {
            site.db()
                    .run(
                            "insert into community_log (id, community_id, actor_id, act, content_type, content_id, person_id)"
                                    + " select %d, id, created_by, '%s', 'post', 1, %d from community"
                                            .formatted(Ids.next(), act, ben.id()));
        }

        Document log = page(site.as(ada).get("/c/" + slug + "/log"));

        assertThat(log.select(".log li")).hasSize(22);
        assertThat(log.select(".log").text()).contains("hid the post by Ben");
    }

    @Test
    void anInvitationIsSentByMail() {
        String slug = found("Hidden", "private");

        assertThat(
                        site.as(ada)
                                .post(
                                        "/c/" + slug + "/invitations/mail",
                                        "email",
                                        "nobody",
                                        "language",
                                        "en")
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        site.as(ada)
                                .post(
                                        "/c/" + slug + "/invitations/mail",
                                        "email",
                                        "ben@example.org",
                                        "language",
                                        "fr")
                                .statusCode())
                .isEqualTo(303);
        assertThat(
                        site.db()
                                .count(
                                        "select count(*) from mail where subject like 'Ada vous invite%'"))
                .isEqualTo(1);
        assertThat(page(site.as(ada).get("/c/" + slug + "/invitations")).select(".row h3").text())
                .isEqualTo("ben@example.org");

        site.as(ada).post("/c/" + slug + "/invitations/mail", "email", "BEN@example.org");
        assertThat(
                        page(site.as(ada).get("/c/" + slug + "/invitations"))
                                .select(".row h3")
                                .eachText())
                .as("once")
                .containsExactly("ben@example.org");
    }

    @Test
    void whoeverHasNotConfirmedHerAddressIsToldToBeforeSheJoins() {
        String slug = found("Open", "public");
        site.as(ada).post("/c/" + slug + "/invitations", "days", "7");
        String path =
                page(site.as(ada).get("/c/" + slug + "/invitations"))
                        .select("input[readonly]")
                        .attr("value")
                        .replaceFirst("^.*(?=/invitations/)", "");
        Somebody dan = site.unconfirmed("dan");

        assertThat(page(site.as(dan).get(path)).select("form[action=" + path + "]")).isEmpty();
        assertThat(site.as(dan).post(path).statusCode()).isEqualTo(403);
        assertThat(site.as(dan).post("/c/" + slug + "/join").statusCode()).isEqualTo(403);
        assertThat(site.db().count("select members from community")).isEqualTo(1);
    }

    @Test
    void whatPeopleTypeIsShownAsTheyTypedIt() {
        String name = "<script>alert(1)</script> & “Élan” \u202e 🩺";
        HttpResponse<String> made =
                site.as(ada)
                        .post(
                                "/communities",
                                "name",
                                name,
                                "purpose",
                                "<b>x</b>\nsecond line",
                                "visibility",
                                "public",
                                "languages",
                                "en");

        Document home = page(site.visitor().get(location(made)));

        assertThat(home.select("h1").text()).isEqualTo(name);
        assertThat(home.select(".lede").first().wholeText()).isEqualTo("<b>x</b>\nsecond line");
    }

    private String found(String name, String visibility) {
        HttpResponse<String> made =
                site.as(ada)
                        .post(
                                "/communities",
                                "name",
                                name,
                                "visibility",
                                visibility,
                                "languages",
                                "en");
        return location(made).substring("/c/".length());
    }

    private void join(String slug, Somebody who) {
        site.as(ada).post("/c/" + slug + "/invitations", "days", "1");
        String address =
                page(site.as(ada).get("/c/" + slug + "/invitations"))
                        .select("input[readonly]")
                        .attr("value");
        site.as(who).post(address.substring(address.indexOf("/invitations/")));
    }

    private List<String> rows(Visit visit, String path) {
        return page(visit.get(path)).select(".row h3").eachText();
    }

    /// The same answer, but for what is drawn anew for every page.
    private static void assertSame(Visit visit, String one, String other) {
        visit.get("/");
        HttpResponse<String> first = visit.get(one);
        HttpResponse<String> second = visit.get(other);
        assertThat(first.statusCode()).as(one).isEqualTo(second.statusCode());
        assertThat(plain(first, one)).as(one).isEqualTo(plain(second, other));
        assertThat(first.headers().map().keySet()).isEqualTo(second.headers().map().keySet());
    }

    private static String plain(HttpResponse<String> answer, String path) {
        return answer.body()
                .replaceAll("name=\"csrf\" value=\"[^\"]+\"", "")
                .replace(path, "")
                .replaceAll("next=[^\"]*", "");
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    private static String location(HttpResponse<String> answer) {
        String location =
                answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
