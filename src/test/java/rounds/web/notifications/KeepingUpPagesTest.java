package rounds.web.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Statements;
import rounds.support.Visit;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

/// Keeping up, as a browser and a program meet it.
class KeepingUpPagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Somebody ben;
    private Visit author;
    private Visit reader;
    private String discussion;
    private String id;

    @BeforeEach
    void open() {
        SITE.db().empty();
        ada = SITE.person("ada");
        ben = SITE.person("ben");
        author = SITE.as(ada);
        reader = SITE.as(ben);
        author.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        reader.post("/c/home-care/join");
        discussion = opened(author, "challenge", "Whose list is it?");
        id = discussion.substring(3, 16);
    }

    @Test
    void theBellCountsAndWhatIsSeenIsReadOnEveryDevice() {
        String answer = path(reader.post("/d/" + id + "/posts", "body", "The nurse’s list."));
        await(() -> bell(author).equals("1"));

        Document page = page(author, "/notifications");
        assertThat(page.select(".told h3 a").text())
                .isEqualTo("Ben answered you in “Whose list is it?”");
        assertThat(page.select(".told h3 a").attr("href")).startsWith(answer);
        Visit phone = SITE.as(SITE.again(ada));
        assertThat(bell(phone)).isEqualTo("1");

        Document thread = page(author, answer);
        assertThat(bell(author)).as("looking changes nothing").isEqualTo("1");
        author.post(
                thread.select("form.seen").attr("action"),
                "posts",
                thread.select("form.seen input[name=posts]").val());

        assertThat(bell(phone)).isEmpty();
        assertThat(page(phone, answer).select("form.seen")).isEmpty();
        assertThat(page(phone, "/notifications").select(".told .row.seen")).hasSize(1);
        assertThat(page(phone, "/notifications?show=unread").select(".told")).isEmpty();
    }

    @Test
    void everythingIsMarkedAsReadWithOneButtonThatAsksOnce() {
        reader.post("/d/" + id + "/posts", "body", "One.");
        String other = opened(author, "question", "Who calls?");
        reader.post("/d/" + other.substring(3, 16) + "/posts", "body", "Two.");
        await(() -> bell(author).equals("2"));

        Document page = page(author, "/notifications");
        String until =
                page.select("details.sure form[action=/notifications/read] input[name=until]")
                        .val();
        author.post("/notifications/read", "until", until);

        assertThat(bell(author)).isEmpty();
    }

    @Test
    void aDiscussionIsFollowedWithAFormAndStandsInTheList() {
        assertThat(page(reader, "/followed").select(".rows .row")).isEmpty();
        HttpResponse<String> kept = reader.post("/d/" + id + "/watch", "level", "every");
        assertThat(
                        page(reader, path(reader.follow(kept)))
                                .select("#f-watch option[selected]")
                                .val())
                .isEqualTo("every");
        assertThat(followed(reader)).isEqualTo("Following: every post");
        author.post("/d/" + id + "/posts", "body", "I think so.");
        await(() -> bell(reader).equals("1"));

        assertThat(page(reader, "/followed").select(".rows h3").text())
                .isEqualTo("Whose list is it?");
        assertThat(page(author, "/followed").select(".rows h3").text())
                .as("her own")
                .isEqualTo("Whose list is it?");
        assertThat(reader.post("/d/" + id + "/watch", "level", "rubbish").statusCode())
                .isEqualTo(422);
        reader.post("/d/" + id + "/watch", "level", "nothing");
        assertThat(followed(reader)).isEqualTo("Not following");
    }

    private String followed(Visit visit) {
        return page(visit, discussion).select(".head a[href=#h-watch]").text();
    }

    @Test
    void communityTagAndPersonAreFollowedFromTheirPages() {
        reader.post("/c/home-care/watch", "level", "nothing");
        reader.post("/c/home-care/tags/watch", "tag", "Lists", "level", "every");
        reader.post("/u/ada/watch", "level", "mentions");

        assertThat(level(reader, "/c/home-care")).isEqualTo("nothing");
        assertThat(level(reader, "/c/home-care/discussions?tag=lists")).isEqualTo("every");
        assertThat(level(reader, "/u/ada")).isEqualTo("mentions");
        reader.post("/u/ada/watch", "level", "");
        assertThat(level(reader, "/u/ada")).isEmpty();
    }

    @Test
    void allThatIsFollowedStandsOnOnePageAndIsChangedThere() {
        assertThat(page(reader, "/following").select(".empty")).isNotEmpty();
        reader.post("/c/home-care/watch", "level", "nothing");
        reader.post("/c/home-care/tags/watch", "tag", "Lists", "level", "every");
        reader.post("/u/ada/watch", "level", "mentions");
        reader.post("/d/" + id + "/watch", "level", "every");

        Document all = page(reader, "/following");
        assertThat(all.select(".rows h3").eachText())
                .containsExactly("Whose list is it?", "Ada", "lists", "Home care");
        assertThat(all.select(".rows option[selected]").eachAttr("value"))
                .containsExactly("every", "mentions", "every", "nothing");
        for (Element form : all.select(".rows form")) {
            HttpResponse<String> changed =
                    reader.post(
                            form.attr("action"),
                            "tag",
                            form.select("input[name=tag]").val(),
                            "following",
                            form.select("input[name=following]").val(),
                            "level",
                            "replies");
            assertThat(path(changed)).isEqualTo("/following");
        }
        assertThat(page(reader, "/following").select(".rows option[selected]").eachAttr("value"))
                .containsExactly("replies", "replies", "replies", "replies");

        Document tags = page(reader, "/following?show=tag");
        assertThat(tags.select(".rows h3").eachText()).containsExactly("lists");
        assertThat(tags.select(".rows .meta").text()).contains("Home care");
        reader.post("/c/home-care/tags/watch", "tag", "lists", "following", "tag", "level", "");
        assertThat(page(reader, "/following?show=tag").select(".rows")).isEmpty();
        assertThat(reader.get("/following?show=rubbish").statusCode()).isEqualTo(422);
        assertThat(page(author, "/following").select(".rows")).as("another's").isEmpty();
        assertThat(path(reader.post("/c/home-care/watch", "following", "//x", "level", "every")))
                .isEqualTo("/c/home-care");
    }

    @Test
    void whatIsFollowedComesPageByPageAndNamesNothingThatIsClosedToHer() {
        SITE.db()
                .run(
                        """
                        insert into watch (person_id, target, target_id, tag, level, since)
                        select p.id, 'tag', c.id, 'tag-' || lpad(n::text, 2, '0'), 'every', now()
                        from person p, community c, generate_series(1, 30) n where p.handle = 'ben'
                        """);
        reader.post("/d/" + id + "/watch", "level", "every");

        Document first = page(reader, "/following");
        Document second = page(reader, first.select(".pager a").attr("href"));
        assertThat(first.select(".rows h3")).hasSize(25);
        assertThat(second.select(".rows h3")).hasSize(6);
        assertThat(first.select(".rows h3").eachText())
                .doesNotContainAnyElementsOf(second.select(".rows h3").eachText());

        SITE.db()
                .run(
                        "update community set visibility = 'private'; update membership set until_at = now() where person_id = "
                                + ben.id());
        assertThat(page(reader, "/following").text())
                .doesNotContain("Home care", "Whose list", "tag-");
    }

    @Test
    void whatIsSavedCanBeNotedAndRemoved() {
        String answer = path(reader.post("/d/" + id + "/posts", "body", "The nurse’s list."));
        String save = page(author, answer).select("#p2 form[action$=/saved]").attr("action");
        assertThat(
                        page(author, path(author.post(save, "saved", "yes")))
                                .select("#p2 button[name=saved]")
                                .val())
                .isEqualTo("no");

        Document list = page(author, "/saved");
        String change = list.select("form[action^=/saved/post/]").attr("action");
        HttpResponse<String> refused =
                author.post(
                        change, "key", change.substring(12), "note", "Ask Bo", "remindOn", "soon");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("textarea").text()).isEqualTo("Ask Bo");
        author.post(change, "note", "Ask Bo", "remindOn", "2030-01-02");
        assertThat(page(author, "/saved?show=reminders").select(".own-note").text())
                .isEqualTo("Ask Bo");

        author.post(change, "remove", "yes");
        assertThat(page(author, "/saved").select(".rows")).isEmpty();
    }

    @Test
    void whatAListIsNarrowedToIsReadAndNothingElse() {
        opened(author, "success", "One list for all");
        Document unread = page(reader, "/unread?community=home-care&kind=success");
        Elements form = unread.select("form[action$=/seen]");
        assertThat(form.select("button").text())
                .isEqualTo("Mark all that this filter shows as read");
        assertThat(page(reader, "/unread?community=home-care").select("form[action$=/seen] button"))
                .extracting(Element::text)
                .containsExactly("Mark all of Home care as read");

        reader.post(
                form.attr("action"), "kind", form.select("input[name=kind]").val(), "next", "/");

        assertThat(page(reader, "/unread").select(".row h3").eachText())
                .containsExactly("Whose list is it?");
        Elements everywhere = page(reader, "/unread").select("form[action$=/seen]");
        assertThat(everywhere.select("button").text()).isEqualTo("Mark everything as read");
        assertThat(everywhere.first().closest("details.sure")).isNotNull();
        reader.post(everywhere.attr("action"), "kind", "");
        assertThat(page(reader, "/unread").select(".row")).isEmpty();
    }

    @Test
    void aReminderOnADayThatIsOverIsRefusedAtItsField() {
        Document saved = Jsoup.parse(author.follow(author.post("/d/" + id + "/saved")).body());
        assertThat(saved.select(".notice a[href=/saved]").text())
                .isEqualTo("Add a note or a reminder");
        String change = page(author, "/saved").select("form[action^=/saved/]").attr("action");
        String today = page(author, "/saved").select("input[name=remindOn]").attr("min");
        assertThat(LocalDate.parse(today)).isAfter(LocalDate.now(ZoneOffset.UTC).minusDays(2));

        HttpResponse<String> refused =
                author.post(
                        change,
                        "key",
                        change.substring(change.lastIndexOf('/') + 1),
                        "note",
                        "Ask Bo",
                        "remindOn",
                        LocalDate.parse(today).minusDays(1).toString());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select(".field .error").text())
                .contains("This day is over");
        assertThat(author.post(change, "note", "", "remindOn", today).statusCode()).isEqualTo(303);
    }

    @Test
    void aNotificationBeginsWithTheAuthorsOwnWords() {
        reader.post("/d/" + id + "/posts", "body", "> Three lists, one patient.\n\nThe nurse’s.");
        await(() -> bell(author).equals("1"));

        assertThat(page(author, "/notifications").select(".told .row p").first().text())
                .isEqualTo("The nurse’s.");
    }

    @Test
    void tagsStandAmongTheRoomsOfThoseWhoLookAfterThem() {
        assertThat(page(author, "/c/home-care/tags").select(".side a[href$=/tags]").text())
                .isEqualTo("Tags");
        assertThat(page(reader, "/c/home-care/tags").select(".side a[href$=/tags]")).isEmpty();
    }

    @Test
    void challengesWithoutAnAnswerAreListedUntilSomebodyAnswers() {
        assertThat(page(reader, "/unanswered").select(".rows h3").text())
                .isEqualTo("Whose list is it?");
        assertThat(page(reader, "/c/home-care/unanswered").select(".rows h3").text())
                .isEqualTo("Whose list is it?");

        reader.post("/d/" + id + "/posts", "body", "Yours.");

        assertThat(page(reader, "/unanswered").select(".rows")).isEmpty();
    }

    @Test
    void whatSomebodyWroteIsListedForThoseWhoMayReadIt() {
        author.post("/communities", "name", "Secret", "visibility", "private", "languages", "en");
        HttpResponse<String> hidden =
                author.post(
                        "/c/" + slugOf("Secret") + "/discussions",
                        "kind",
                        "challenge",
                        "title",
                        "Behind the wall",
                        "body",
                        "Quiet.");
        assertThat(hidden.statusCode()).isEqualTo(303);

        assertThat(page(author, "/u/ada/contributions").select(".rows h3"))
                .extracting(title -> title.text())
                .containsExactly("Behind the wall", "Whose list is it?");
        assertThat(page(reader, "/u/ada/contributions").select(".rows h3").text())
                .isEqualTo("Whose list is it?");
        assertThat(page(reader, "/u/ada").select("#h-wrote ~ *, .rows h3").text())
                .contains("Whose list is it?")
                .doesNotContain("Behind");
    }

    @Test
    void catchingUpBeginsWhereOneSaidThatOneWasUpToDate() {
        opened(author, "announcement", "We meet on Tuesday");
        reader.post("/d/" + id + "/posts", "body", "Mine.");
        Document page = page(reader, "/c/home-care/catch-up");
        assertThat(page.select("h2").eachText()).contains("Announced");

        reader.post("/c/home-care/catch-up", "until", page.select("input[name=until]").val());
        assertThat(page(reader, "/c/home-care/catch-up").select(".rows")).isEmpty();
        author.post("/d/" + id + "/posts", "body", "Later.");
        reader.post("/d/" + id + "/posts", "body", "Mine is nothing to catch up with.");
        SITE.as(SITE.person("fay")).post("/c/home-care/join");

        Document caught = page(reader, "/c/home-care/catch-up");
        assertThat(caught.select(".busy").text()).isEqualTo("Whose list is it? 1 new post");
        assertThat(caught.select("#h-joined").parents().get(1).select("a").eachText())
                .containsExactly("Fay");
        assertThat(SITE.as(SITE.person("eve")).get("/c/home-care/catch-up").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPageOfADiscussionTakesAtMostSixStatements() {
        for (int i = 0; i < 5; i++) {
            reader.post("/d/" + id + "/posts", "body", "Answer " + i);
        }
        await(() -> bell(author).equals("1"));
        author.get(discussion);

        assertThat(
                        Statements.of(() -> author.get(discussion)).stream()
                                .filter(statement -> !statement.contains("change_log"))
                                .filter(statement -> !statement.contains("index_epoch"))
                                .filter(statement -> !statement.contains("notification_position"))
                                .toList())
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aProgramDoesTheSame() {
        Api program = SITE.api(ben);
        assertThat(
                        program.send(
                                        "PUT",
                                        "/api/v1/discussions/" + id + "/watch",
                                        "{\"level\": \"every\"}")
                                .status())
                .isEqualTo(204);
        author.post("/d/" + id + "/posts", "body", "Words.");
        await(() ->
                program.get("/api/v1/notifications?unread=true").body().get("items").size() == 1);
        var told = program.get("/api/v1/notifications").body().get("items").get(0);
        assertThat(told.get("reason").asText()).isEqualTo("post");
        assertThat(told.get("people").get(0).asText()).isEqualTo("ada");
        program.send(
                "POST",
                "/api/v1/notifications/read",
                "{\"bundle\": \"" + told.get("bundle").asText() + "\"}");
        assertThat(program.get("/api/v1/notifications?unread=true").body().get("items")).isEmpty();

        assertThat(
                        program.send(
                                        "PUT",
                                        "/api/v1/saved/discussion/" + id,
                                        "{\"note\": \"Later\", \"remindOn\": \"2030-01-02\"}")
                                .status())
                .isEqualTo(204);
        assertThat(program.get("/api/v1/saved").body().get("items").get(0).get("remindOn").asText())
                .isEqualTo("2030-01-02");
        assertThat(program.get("/api/v1/followed").body().get("items")).hasSize(1);
        assertThat(program.get("/api/v1/people/ada/contributions").body().get("items")).hasSize(2);
        assertThat(SITE.api(SITE.person("eve")).get("/api/v1/notifications").body().get("items"))
                .isEmpty();
    }

    private static String opened(Visit visit, String kind, String title) {
        HttpResponse<String> opened =
                visit.post(
                        "/c/home-care/discussions",
                        "kind",
                        kind,
                        "title",
                        title,
                        "body",
                        "Three lists, one patient.",
                        "tags",
                        "lists");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        return path(opened);
    }

    private static Document page(Visit visit, String path) {
        HttpResponse<String> answer = visit.get(path);
        if (answer.statusCode() / 100 == 3) {
            answer = visit.follow(answer);
        }
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String bell(Visit visit) {
        return page(visit, "/about/help").select(".bell .badge").text();
    }

    private static String level(Visit visit, String path) {
        return page(visit, path).select("#f-watch option[selected]").val();
    }

    private static String slugOf(String name) {
        return SITE.db().rows("select slug from community where name = '" + name + "'").getFirst();
    }

    private static String path(HttpResponse<String> answer) {
        return URI.create(
                        answer.headers()
                                .firstValue("Location")
                                .orElseGet(() -> answer.uri().toString()))
                .getRawSchemeSpecificPart()
                .replaceFirst("^//[^/]+", "");
    }

    private static void await(BooleanSupplier there) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as("told in time").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
