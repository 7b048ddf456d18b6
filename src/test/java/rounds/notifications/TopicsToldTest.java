package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.forum.PostEdit;
import rounds.forum.Posted;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.Guests;
import rounds.topics.Pursuit;
import rounds.topics.Suggestion;
import rounds.topics.Suggestions;
import rounds.topics.Summaries;
import rounds.topics.Topic;
import rounds.topics.TopicState;
import rounds.topics.Topics;

import java.util.List;

/// Who hears what of a focus topic.
class TopicsToldTest {
    private static final Pursuit FALLS =
            new Pursuit("Falls", "Which first?", "", List.of(), List.of(), "en", null, null);

    private final Neighbourhood site = Neighbourhood.emptied();
    private final Topics topics = site.db.site().get(Topics.class);
    private final Summaries summaries = site.db.site().get(Summaries.class);
    private final Suggestions suggestions = site.db.site().get(Suggestions.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn eve;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        eve = site.member("eve", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void aProposalIsToldToThoseWhoMayOpenItAndSettledWhenItIsDecided() {
        Topic topic = topics.propose(ada, "valley", FALLS, null);
        topics.want(ben, topic.id());
        site.tell();
        assertThat(site.told(mod)).containsExactly("topic_proposed ada Falls");
        assertThat(site.told(ben)).isEmpty();
        assertThat(site.page(mod).getFirst().path()).isEqualTo(topic.path());

        topics.move(mod, topic.id(), TopicState.OPEN, "", topic.revision());
        site.tell();
        assertThat(site.told(mod)).isEmpty();
        assertThat(site.told(ada)).containsExactly("topic_opened  Falls");
        assertThat(site.told(ben)).containsExactly("topic_opened  Falls");
        assertThat(site.told(eve)).as("who did not want it").isEmpty();
    }

    @Test
    void whoseProposalIsDeclinedReadsWhy() {
        Topic topic = topics.propose(ada, "valley", FALLS, null);
        topics.move(mod, topic.id(), TopicState.DECLINED, "Too broad", topic.revision());
        site.tell();

        assertThat(site.told(ada)).containsExactly("topic_declined  Falls");
        assertThat(site.page(ada).getFirst().words()).isEqualTo("Too broad");
        assertThat(site.told(mod)).isEmpty();
    }

    @Test
    void whoFollowsItHearsOfItsSummaryOnceAVersionAndOfItsPublication() {
        Topic topic = opened();
        site.watches.topic(eve, topic.id(), Level.EVERY);
        summaries.save(mod, topic.id(), "Most measured.", "", 0, Summaries.Looked.NOT);
        site.tell();
        site.tell();
        assertThat(site.told(eve)).containsExactly("topic_summary  Falls");
        assertThat(site.told(mod)).as("who wrote it").isEmpty();

        Topic now = topics.topic(mod, topic.id());
        topics.move(mod, topic.id(), TopicState.PUBLISHED, "", now.revision());
        site.tell();
        assertThat(site.told(eve))
                .containsExactlyInAnyOrder("topic_summary  Falls", "topic_published  Falls");
        assertThat(site.told(ada)).contains("topic_published  Falls");
    }

    @Test
    void aSourceThatChangesIsToldOnceToThoseWhoTendIt() {
        Topic topic = opened();
        topics.nameCurator(mod, topic.id(), "eve");
        Posted posted = site.open(ben, "valley", "Dizzy");
        summaries.save(
                mod,
                topic.id(),
                "[[d:" + Ids.text(posted.discussionId()) + "]]",
                "",
                0,
                Summaries.Looked.NOT);
        site.tell();
        assertThat(site.told(eve)).noneMatch(told -> told.startsWith("topic_source"));

        site.edits.edit(ben, posted.postId(), new PostEdit(1, "Other words", null, null));
        site.tell();
        assertThat(site.told(eve)).containsOnlyOnce("topic_source  Falls");
        assertThat(site.told(mod)).as("a curator is named").doesNotContain("topic_source  Falls");
        site.reply(mod, posted, null, "Thank you");
        site.tell();
        assertThat(site.told(eve)).containsOnlyOnce("topic_source  Falls");
    }

    @Test
    void aSuggestionIsToldToThoseWhoTendItAndItsFateToWhoMadeIt() {
        Topic topic = opened();
        summaries.save(mod, topic.id(), "One", "", 0, Summaries.Looked.NOT);
        Suggestion first = suggestions.suggest(ben, topic.id(), "Two", "Clearer", 1, null);
        Suggestion second = suggestions.suggest(ben, topic.id(), "Three", "", 1, null);
        site.tell();
        assertThat(site.told(mod))
                .containsExactlyInAnyOrder(
                        "topic_suggested ben Falls", "topic_suggested ben Falls");
        assertThat(site.page(mod))
                .extracting(Bundle::path)
                .contains(
                        "/focus/" + Ids.text(topic.id()) + "/suggestions/" + Ids.text(first.id()));

        suggestions.accept(mod, first.id(), "Two", 1);
        suggestions.decline(mod, second.id(), "Not so");
        site.tell();
        assertThat(site.told(mod)).as("what is decided waits no more").isEmpty();
        assertThat(site.told(ben))
                .contains("topic_suggestion_taken  Falls", "topic_suggestion_declined  Falls");
        assertThat(site.page(ben)).extracting(Bundle::words).contains("Not so");
    }

    @Test
    void anOfferIsToldToThoseWhoModerateWhereItIsDecidedUntilItIs() {
        Guests guests = site.db.site().get(Guests.class);
        long hills = site.community("hills", "listed");
        Viewer.SignedIn hal = site.member("hal", hills, "moderator");
        Viewer.SignedIn ivy = site.member("ivy", hills);
        Topic topic = opened();
        guests.offer(mod, topic.id(), "hills");
        site.tell();
        site.tell();

        assertThat(site.told(hal)).containsExactly("topic_offered mod Falls");
        assertThat(site.page(hal).getFirst().path()).isEqualTo("/c/hills/focus/guests");
        assertThat(site.told(ivy)).as("a member").isEmpty();
        assertThat(site.told(ben)).as("whose topic it is").noneMatch(told -> told.contains("off"));

        guests.accept(hal, topic.id(), hills);
        site.tell();
        assertThat(site.told(hal)).as("what is decided waits no more").isEmpty();
    }

    private Topic opened() {
        Topic topic = topics.propose(ada, "valley", FALLS, null);
        return topics.move(mod, topic.id(), TopicState.OPEN, "", topic.revision());
    }
}
