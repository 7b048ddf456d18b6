package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import rounds.community.Reason;
import rounds.forum.DiscussionEdit;
import rounds.forum.Edits;
import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.Moderation;
import rounds.forum.NewDiscussion;
import rounds.forum.NewPost;
import rounds.forum.Posted;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.Homes;
import rounds.support.Site;
import rounds.support.Somebody;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Search on a running site, with its database and its change log.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private Site site = Site.running();
    private Search search = site.bean(Search.class);
    private Forum forum = site.bean(Forum.class);

    @BeforeAll
    void ownSite() throws IOException {
        IOUtils.rm(Homes.of("search"));
        site.db().empty();
        site = Site.start("search", Map.of());
        search = site.bean(Search.class);
        forum = site.bean(Forum.class);
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Viewer.SignedIn ada = new Viewer.SignedIn(0, 0, 0);
    private Viewer.SignedIn bo = ada;
    private Viewer.SignedIn stranger = ada;

    @BeforeEach
    void people() {
        site.db().empty();
        ada = viewer(site.person("ada"));
        bo = viewer(site.person("bob"));
        stranger = viewer(site.person("stranger"));
        community("open", "public");
        community("club", "private");
    }

    private static Viewer.SignedIn viewer(Somebody somebody) {
        return new Viewer.SignedIn(somebody.id(), somebody.session(), 1);
    }

    private void community(String slug, String visibility) {
        long id = Ids.next();
        site.db()
                .run(
                        "insert into rounds.community (id, slug, name, visibility) values (%d, '%s', '%s', '%s')"
                                .formatted(id, slug, slug, visibility));
        role(id, ada, "member");
        role(id, bo, "member");
        role(id, bo, "moderator");
    }

    private void role(long community, Viewer.SignedIn person, String role) {
        site.db()
                .run(
                        "insert into rounds.membership (id, community_id, person_id, role) values (%d, %d, %d, '%s')"
                                .formatted(Ids.next(), community, person.personId(), role));
    }

    private Posted open(String community, String title, String body) {
        return forum.open(
                ada,
                community,
                new NewDiscussion(Kind.CHALLENGE, title, body, List.of("triage"), "en"),
                null);
    }

    private Posted reply(Posted discussion, String body) {
        return forum.reply(
                ada, discussion.discussionId(), new NewPost(body, (Long) null, "en"), null);
    }

    private long total(Viewer viewer, String q) {
        SearchResults results = search.find(viewer, SearchRequest.of(q));
        assertThat(results.hits()).hasSize((int) Math.min(20, results.total()));
        return results.total();
    }

    private static void eventually(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void whatIWriteIFindAtOnce() {
        Posted discussion = open("club", "Referrals", "They get lost");
        for (int i = 0; i < 30; i++) {
            Posted reply = reply(discussion, "mine number" + i + "x");

            SearchResults found = search.find(ada, SearchRequest.of("number" + i + "x"));

            assertThat(found.hits()).hasSize(1);
            SearchHit hit = found.hits().getFirst();
            assertThat(hit.excerpt().content().id()).isEqualTo(reply.postId());
            assertThat(hit.excerpt().number()).isEqualTo(reply.number());
            assertThat(hit.passage().segments()).anyMatch(Passage.Segment::marked);
        }
    }

    @Test
    void onlyThoseWhoMayReadItFindIt() {
        open("club", "Xerostomia", "A private matter");
        open("open", "Pruritus", "A public matter");

        assertThat(total(ada, "xerostomia")).isEqualTo(1);
        assertThat(total(bo, "xerostomia")).isEqualTo(1);
        assertThat(total(stranger, "xerostomia")).isZero();
        assertThat(total(Viewer.VISITOR, "xerostomia")).isZero();
        assertThat(total(stranger, "in:club matter")).isZero();
        for (Viewer viewer : List.of(ada, bo, stranger, Viewer.VISITOR)) {
            assertThat(total(viewer, "pruritus")).isEqualTo(1);
        }
    }

    @Test
    void aCommunityThatClosesIsClosedToTheVeryNextSearch() {
        open("open", "Pruritus", "A public matter");
        assertThat(total(ada, "pruritus")).isEqualTo(1);
        assertThat(total(Viewer.VISITOR, "pruritus")).isEqualTo(1);

        site.db().run("update rounds.community set visibility = 'private' where slug = 'open'");

        assertThat(total(Viewer.VISITOR, "pruritus")).isZero();
        assertThat(total(ada, "pruritus")).isEqualTo(1);
    }

    @Test
    void whoLeavesFindsNothingMore() {
        open("club", "Xerostomia", "A private matter");
        assertThat(total(ada, "xerostomia")).isEqualTo(1);
        assertThat(total(bo, "xerostomia")).isEqualTo(1);

        site.db()
                .run(
                        "update rounds.membership set until_at = now() where person_id = "
                                + bo.personId());

        assertThat(total(bo, "xerostomia")).isZero();
    }

    @Test
    void aHiddenPostIsFoundByModeratorsOnly() {
        Posted discussion = open("open", "Fever", "High");
        Posted reply = reply(discussion, "Her name is Zanzibar");
        assertThat(total(ada, "zanzibar")).isEqualTo(1);

        site.bean(Moderation.class).report(bo, reply.postId(), Reason.PATIENT_DATA, "");

        assertThat(total(Viewer.VISITOR, "zanzibar")).isZero();
        eventually(() -> search.find(bo, SearchRequest.of("zanzibar")).total() == 1);
        assertThat(total(stranger, "zanzibar")).isZero();
    }

    @Test
    void filtersMeanWhatTheyAreCalled() {
        Posted discussion = open("open", "Fever", "High");
        reply(discussion, "Paracetamol");
        open("club", "Fever too", "Low");

        assertThat(total(ada, "fever in:open")).isEqualTo(2);
        assertThat(total(ada, "fever in:open type:post")).isEqualTo(1);
        assertThat(total(ada, "fever by:ada")).isEqualTo(3);
        assertThat(total(ada, "fever by:bob")).isZero();
        assertThat(total(ada, "tag:triage type:discussion")).isEqualTo(2);
        assertThat(total(ada, "fever in:Ope")).isEqualTo(2);
        assertThat(total(stranger, "fever in:clu")).isZero();
        assertThat(total(ada, "kind:challenge in:club")).isEqualTo(1);

        site.db()
                .run(
                        "update rounds.person set handle = 'ada.l', handle_shape = 'ada.l' where handle = 'ada'");
        assertThat(total(ada, "fever by:ada.l")).isEqualTo(3);
    }

    @Test
    void aPartOfANameMeansThoseWithWhomOneSharesACommunity() {
        open("open", "Fever", "High");
        site.db().run("update rounds.person set name = 'Ada Çelik-Stone' where handle = 'ada'");

        assertThat(total(ada, "fever by:celik")).isEqualTo(1);
        assertThat(total(ada, "fever by:\"stone ada\"")).isEqualTo(1);
        assertThat(total(bo, "fever par:Çel")).isEqualTo(1);
        assertThat(total(stranger, "fever by:celik")).isZero();
        assertThat(total(Viewer.VISITOR, "fever by:celik")).isZero();
        assertThat(total(stranger, "fever by:ada")).as("a handle names one person").isEqualTo(1);
        assertThat(search.find(stranger, SearchRequest.of("by:celik")).understood().unclear())
                .containsExactly(new Unclear("celik", "person"));

        site.db().run("update rounds.person set name = 'Bo Stone' where handle = 'bob'");
        var several = search.find(ada, SearchRequest.of("fever by:stone"));
        assertThat(several.total()).isEqualTo(1);
        assertThat(several.understood().unclear()).hasSize(1);
        assertThat(several.understood().unclear().getFirst().why()).isEqualTo("people");
        assertThat(several.understood().unclear().getFirst().among())
                .extracting(Called::name)
                .containsExactly("Ada Çelik-Stone", "Bo Stone");
    }

    @Test
    void theIndexEqualsTheDatabaseAndCanBeBuiltAnew() {
        Posted discussion = open("open", "Fever", "High");
        for (int i = 0; i < 20; i++) {
            reply(discussion, "Answer " + i);
        }
        site.bean(Reindex.class).ask();
        eventually(() -> site.bean(IndexCheck.class).run(Progress.SILENT).isNone());

        IndexCheck.Difference difference = site.bean(IndexCheck.class).run(Progress.SILENT);

        assertThat(difference.isNone()).isTrue();
        assertThat(difference.compared()).isEqualTo(21);
    }

    @Test
    void repliesAreFoundUnderWhatTheirDiscussionIsCalledNow() {
        Posted discussion = open("open", "Fever", "High");
        reply(discussion, "Paracetamol");
        // What tests before this one left in the index is none of its business.
        site.bean(Reindex.class).ask();
        eventually(() -> site.bean(IndexCheck.class).run(Progress.SILENT).isNone());
        assertThat(total(ada, "fever type:post")).isEqualTo(1);

        edit(discussion, 1, Kind.QUESTION, "Pruritus", List.of("itching"));

        eventually(() -> total(ada, "pruritus type:post") == 1);
        assertThat(total(ada, "kind:question tag:itching type:post")).isEqualTo(1);
        assertThat(total(ada, "fever")).isZero();
        IndexCheck.Difference difference = site.bean(IndexCheck.class).run(Progress.SILENT);
        assertThat(difference.isNone()).as(difference.toString()).isTrue();
    }

    private void edit(Posted discussion, int revision, Kind kind, String title, List<String> tags) {
        site.bean(Edits.class)
                .edit(
                        ada,
                        discussion.discussionId(),
                        new DiscussionEdit(revision, kind, title, null, tags, null));
    }
}
