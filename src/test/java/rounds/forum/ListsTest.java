package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

class ListsTest {
    private final ForumSite site = ForumSite.emptied();
    private long valley;
    private long quiet;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn eve;

    @BeforeEach
    void twoCommunities() {
        valley = site.community("valley", "public");
        quiet = site.community("quiet", "private");
        ada = site.member("ada", valley, "moderator");
        eve = site.member("eve", quiet);
    }

    @Test
    void theLatestActivityComesFirstAndThePinnedAboveIt() {
        long one = site.open(ada, "valley", "One").discussionId();
        long two = site.open(ada, "valley", "Two").discussionId();
        long three = site.open(ada, "valley", "Three").discussionId();
        site.reply(ada, one, null, "Up again");
        site.moderation.pin(ada, two);

        Slice<DiscussionSummary> list =
                site.discussions.inCommunity(Viewer.VISITOR, valley, Filter.NONE, null, 20);

        assertThat(list.items()).extracting(DiscussionSummary::id).containsExactly(two, one, three);
        DiscussionSummary replied = list.items().get(1);
        assertThat(replied.replies()).isEqualTo(1);
        assertThat(replied.openedBy().name()).isEqualTo("Ada");
        assertThat(replied.lastBy()).isNotNull();
        assertThat(list.next()).isNull();
    }

    @Test
    void aDiscussionThatWentOnWhileFewerPeopleReadStaysWithThem() {
        long before = site.open(ada, "valley", "Written for all").discussionId();
        long mixed = site.open(ada, "valley", "Went on among members").discussionId();
        site.db.run("update community set visibility = 'private' where slug = 'valley'");
        site.reply(ada, mixed, null, "Only for us");
        site.db.run("update community set visibility = 'public' where slug = 'valley'");

        assertThat(ids(Viewer.VISITOR)).containsExactly(before);
        assertThat(ids(ada)).containsExactly(mixed, before);
    }

    private List<Long> ids(Viewer viewer) {
        return site.discussions.inCommunity(viewer, valley, Filter.NONE, null, 20).items().stream()
                .map(DiscussionSummary::id)
                .toList();
    }

    @Test
    void everyListGoesOnPageByPage() {
        var opened = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            Kind kind = i % 2 == 0 ? Kind.QUESTION : Kind.SUCCESS;
            opened.add(
                    site.forum
                            .open(
                                    ada,
                                    "valley",
                                    new NewDiscussion(kind, "T" + i, "B", List.of("Sleep"), null),
                                    null)
                            .discussionId());
        }
        List<Long> newest = opened.reversed();

        assertThat(all(after -> in(Filter.NONE, after))).isEqualTo(newest);
        assertThat(all(after -> in(new Filter(Kind.SUCCESS, null), after))).hasSize(3);
        assertThat(all(after -> in(new Filter(null, "#sleep"), after))).isEqualTo(newest);
        assertThat(all(after -> in(new Filter(Kind.QUESTION, "awake"), after))).isEmpty();
        assertThat(all(after -> site.discussions.latest(Viewer.VISITOR, after, 2)))
                .isEqualTo(newest);
        assertThat(all(after -> site.discussions.mine(ada, after, 2))).isEqualTo(newest);
        assertThat(all(after -> site.discussions.tagged(eve, "sleep", after, 2))).isEqualTo(newest);
        assertThat(all(after -> site.discussions.by(eve, ada.personId(), after, 2)))
                .isEqualTo(newest);
    }

    @Test
    void aListShowsOnlyWhatItsViewerMayRead() {
        long shared = site.open(ada, "valley", "For all").discussionId();
        long kept = site.open(eve, "quiet", "Among us").discussionId();

        assertThat(ids(site.discussions.latest(ada, null, 20))).containsExactly(shared);
        assertThat(ids(site.discussions.latest(eve, null, 20))).containsExactly(kept, shared);
        assertThat(ids(site.discussions.mine(eve, null, 20))).containsExactly(kept);
        assertThat(ids(site.discussions.by(ada, eve.personId(), null, 20))).isEmpty();
        assertThat(ids(site.discussions.inCommunity(ada, quiet, Filter.NONE, null, 20))).isEmpty();
    }

    @Test
    void searchIsToldWhoMayFindWhat() {
        Posted open = site.open(ada, "valley", "Évaluer l’étourdissement");
        Posted reply = site.reply(ada, open.discussionId(), null, "Une *réponse*.");
        Posted kept = site.open(eve, "quiet", "Among us");
        site.moderation.hide(
                site.member("mod", valley, "moderator"), reply.postId(), Reason.RUDE, "Tone");

        assertThat(indexable(ContentType.DISCUSSION, open.discussionId()).audience())
                .containsExactlyInAnyOrder("p" + valley, "m" + valley);
        assertThat(indexable(ContentType.DISCUSSION, kept.discussionId()).audience())
                .containsExactly("m" + quiet);
        Indexable hidden = indexable(ContentType.POST, reply.postId());
        assertThat(hidden.audience())
                .containsExactlyInAnyOrder("x" + valley, "u" + ada.personId() + "." + valley);
        assertThat(hidden.body()).isEqualTo("Une réponse.");
        assertThat(hidden.group().id()).isEqualTo(open.discussionId());
    }

    @Test
    void hitsAreReadThroughTheWall() {
        Posted open = site.open(ada, "valley", "Évaluer l’étourdissement");
        Posted reply = site.reply(ada, open.discussionId(), null, "Une *réponse*.");
        Posted kept = site.open(eve, "quiet", "Among us");
        List<Long> discussions = List.of(open.discussionId(), kept.discussionId());

        List<Excerpt> seen = excerpts(ada, ContentType.DISCUSSION, discussions);
        List<Excerpt> answers = excerpts(ada, ContentType.POST, List.of(reply.postId()));

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().path()).endsWith("-evaluer-letourdissement");
        assertThat(seen.getFirst().text()).isEqualTo("What helped you?");
        assertThat(answers.getFirst().path()).endsWith("?at=2#p2");
        assertThat(excerpts(eve, ContentType.DISCUSSION, discussions)).hasSize(2);
    }

    private Slice<DiscussionSummary> in(Filter filter, @Nullable String after) {
        return site.discussions.inCommunity(ada, valley, filter, after, 2);
    }

    private static List<Long> all(Function<String, Slice<DiscussionSummary>> page) {
        Slice<DiscussionSummary> slice = page.apply("");
        var ids = new ArrayList<>(ids(slice));
        while (slice.next() != null) {
            slice = page.apply(slice.next());
            ids.addAll(ids(slice));
        }
        return ids;
    }

    private static List<Long> ids(Slice<DiscussionSummary> slice) {
        return slice.items().stream().map(DiscussionSummary::id).toList();
    }

    private Indexable indexable(ContentType type, long id) {
        ForumContent content = site.db.site().get(ForumContent.class);
        return site.db
                .site()
                .get(Transactions.class)
                .system(() -> content.indexable(type, List.of(id)))
                .getFirst();
    }

    private List<Excerpt> excerpts(Viewer viewer, ContentType type, List<Long> ids) {
        ForumContent content = site.db.site().get(ForumContent.class);
        return site.db
                .site()
                .get(Transactions.class)
                .read(viewer, () -> content.readable(type, ids));
    }
}
