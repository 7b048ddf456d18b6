package rounds.web.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// Polls as a browser without scripts meets them.
class PollPagesTest {
    private static final Site SITE = Site.running();

    private Visit ada;
    private Visit bo;

    @BeforeEach
    void aCommunityOfTwo() {
        SITE.db().empty();
        ada = SITE.as(SITE.person("ada"));
        bo = SITE.as(SITE.person("bob"));
        ada.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        bo.post("/c/home-care/join");
    }

    @Test
    void aRefusedBallotComesBackAsItWasFilledAndSaysWhatToDo() {
        String ballot = asked("several", "poll-most", "2");

        Document tooMany = refused(ballot, "choice", "1", "choice", "2", "choice", "3");
        Document none = refused(ballot);

        assertThat(tooMany.select("#e-choice").text())
                .isEqualTo("Choose 2 at most; you have chosen 3.");
        assertThat(tooMany.select("input[name=choice][checked]").eachAttr("value"))
                .containsExactly("1", "2", "3");
        assertThat(tooMany.select(".refused a[href=#f-choice]").text())
                .isEqualTo("Choose 2 at most; you have chosen 3.");
        assertThat(none.select("#e-choice").text()).startsWith("Choose something first");
        assertThat(bo.post(ballot, "choice", "1", "choice", "3").statusCode()).isEqualTo(303);
    }

    @Test
    void aNumberGivenTwiceIsNamed() {
        String ballot = asked("ranked");

        Document twice = refused(ballot, "rank-1", "2", "rank-2", "2", "rank-3", "");

        assertThat(twice.select("#e-choice").text())
                .isEqualTo("Number 2 stands there twice. Give each number once.");
        assertThat(twice.select(".ranking option[selected]").eachAttr("value"))
                .containsExactly("2", "2");
    }

    @Test
    void whoeverReadsAndIsNotInTheCommunityIsToldHowToVote() {
        asked("single");
        String discussion =
                Jsoup.parse(bo.get("/c/home-care/discussions").body())
                        .select(".row h3 a")
                        .attr("href");
        Visit cleo = SITE.as(SITE.person("cleo"));

        var poll = Jsoup.parse(cleo.get(discussion).body()).select(".poll");

        assertThat(poll.select("form.ballot")).isEmpty();
        assertThat(poll.text()).contains("Members of Home care vote.");
        assertThat(poll.select(".hint a").attr("href")).isEqualTo("/c/home-care");
        cleo.post("/c/home-care/join");
        assertThat(Jsoup.parse(cleo.get(discussion).body()).select("form.ballot")).hasSize(1);
    }

    @Test
    void whileNobodyHasVotedThatIsSaidOnceAndTheButtonIsThePagesMainOne() {
        String ballot = asked("single");
        String discussion =
                Jsoup.parse(bo.get("/c/home-care/discussions").body())
                        .select(".row h3 a")
                        .attr("href");

        var before = Jsoup.parse(bo.get(discussion).body()).select(".poll");
        bo.post(ballot, "choice", "1");
        var after = Jsoup.parse(bo.get(discussion).body()).select(".poll");

        assertThat(before.text()).containsOnlyOnce("Nobody has voted yet");
        assertThat(before.select("table")).isEmpty();
        assertThat(before.select("form.ballot button.main").text()).isEqualTo("Vote");
        assertThat(after.select("table")).hasSize(1);
    }

    @Test
    void toEndItIsAskedOnceMore() {
        asked("single");
        String discussion =
                Jsoup.parse(ada.get("/c/home-care/discussions").body())
                        .select(".row h3 a")
                        .attr("href");

        var end = Jsoup.parse(ada.get(discussion).body()).select(".poll [name=end]");

        assertThat(end).hasSize(1);
        var sure = end.first().closest("details:not([open])");
        assertThat(sure).isNotNull();
        assertThat(sure.select("summary").text()).isEqualTo("End the poll now");
        assertThat(sure.select("p").text()).contains("it cannot be opened again");
        ada.post(end.first().closest("form").attr("action"), "end", "1");
        assertThat(Jsoup.parse(ada.get(discussion).body()).select(".poll").text())
                .contains("Ended");
    }

    @Test
    void whoVotesTooLateIsToldWhatCountsAndLedBack() {
        String ballot = asked("single");
        bo.post(ballot, "choice", "1");
        ada.post(ballot.replace("/ballot", "/poll"), "end", "1");

        for (String[] late : new String[][] {{"choice", "2"}, {"take-back", "1"}}) {
            HttpResponse<String> answer = bo.post(ballot, late);
            Document page = Jsoup.parse(answer.body());

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(page.select(".say.warn").text())
                    .contains("This poll has ended")
                    .contains("as it stood at the end");
            assertThat(page.select("form.ballot")).isEmpty();
            String back = page.select(".say.warn a").attr("href");
            assertThat(back).endsWith("?at=1#poll-1");
            assertThat(Jsoup.parse(bo.get(back).body()).select("#poll-1").text()).contains("Ended");
        }
    }

    private Document refused(String ballot, String... fields) {
        HttpResponse<String> answer = bo.post(ballot, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body());
    }

    /// Asks by Ada and gives the address to which ballots go.
    private String asked(String kind, String... more) {
        var fields =
                new ArrayList<>(
                        List.of(
                                "kind", "discussion",
                                "title", "When do we meet?",
                                "body", "Vote.",
                                "poll-question", "When?",
                                "poll-options", "Monday\nTuesday\nFriday",
                                "poll-kind", kind,
                                "poll-ballots", "closed",
                                "poll-results", "always"));
        fields.addAll(List.of(more));
        String discussion =
                ada.post("/c/home-care/discussions", fields.toArray(String[]::new))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        return Jsoup.parse(bo.get(discussion).body()).select("form.ballot").attr("action");
    }
}
