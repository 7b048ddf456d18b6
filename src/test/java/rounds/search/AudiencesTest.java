package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;
import rounds.support.TestDatabase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may find what is read from the database, and what changes there holds at once.
class AudiencesTest {
    private static final Viewer.SignedIn ADA = new Viewer.SignedIn(1, 10, 1);

    private final TestDatabase database = TestDatabase.running();
    private final Audiences audiences = database.site().get(Audiences.class);
    private final Transactions transactions = database.site().get(Transactions.class);

    @BeforeEach
    void people() {
        database.empty();
        database.run(
                """
                insert into rounds.person (id, handle, handle_shape, name) values (1, 'ada', 'ada', 'Ada');
                insert into rounds.account (person_id, email) values (1, 'ada@example.org');
                insert into rounds.session (id, person_id, expires_at) values (10, 1, now() + interval '1 day');
                insert into rounds.community (id, slug, name, visibility)
                values (101, 'open', 'Open', 'public'), (102, 'club', 'Club', 'private'), (103, 'hall', 'Hall', 'listed');
                """);
    }

    private ViewerAudience of(Viewer viewer) {
        return transactions.read(viewer, () -> audiences.of(viewer));
    }

    @Test
    void aVisitorFindsWhatIsPublicNow() {
        assertThat(of(Viewer.VISITOR).tokens()).isEmpty();
        assertThat(of(Viewer.VISITOR).open().contains(101)).isTrue();
        assertThat(of(Viewer.VISITOR).open().contains(102)).isFalse();

        database.run("update rounds.community set visibility = 'private' where id = 101");
        assertThat(of(Viewer.VISITOR).open().contains(101)).isFalse();

        database.run("update rounds.community set visibility = 'public' where id = 103");
        assertThat(of(Viewer.VISITOR).open().contains(103)).isTrue();

        database.run("delete from rounds.community where id = 103");
        assertThat(of(Viewer.VISITOR).open().contains(103)).isFalse();
    }

    @Test
    void aMemberFindsWhatIsHersFromTheMomentSheJoins() {
        assertThat(of(ADA).tokens()).isEmpty();

        database.run(
                """
                insert into rounds.membership (id, community_id, person_id, role)
                values (1, 102, 1, 'member'), (2, 103, 1, 'member'), (3, 103, 1, 'moderator')
                """);
        assertThat(of(ADA).tokens()).containsExactly("m102", "m103", "u1.102", "u1.103", "x103");

        database.run("update rounds.membership set until_at = now() where community_id = 103");
        assertThat(of(ADA).tokens()).containsExactly("m102", "u1.102");
    }

    @Test
    void theListOfPublicCommunitiesIsReadAgainOnlyWhenItChanged() {
        PublicCommunities first = of(Viewer.VISITOR).open();
        database.run("update rounds.community set name = 'Open house' where id = 101");
        assertThat(of(ADA).open()).isSameAs(first);

        database.run("update rounds.community set visibility = 'listed' where id = 101");
        assertThat(of(ADA).open()).isNotSameAs(first);
    }

    @Test
    void aSlugIsKnownOnlyToThoseWhoMayKnowTheCommunity() {
        assertThat(transactions.read(Viewer.VISITOR, this::slugs))
                .isEqualTo(
                        Map.of(
                                "open",
                                List.of(101L),
                                "club",
                                List.of(),
                                "hall",
                                List.of(),
                                "none",
                                List.of(),
                                "clu",
                                List.of()));
        assertThat(transactions.read(ADA, this::slugs))
                .isEqualTo(
                        Map.of(
                                "open",
                                List.of(101L),
                                "club",
                                List.of(),
                                "hall",
                                List.of(103L),
                                "none",
                                List.of(),
                                "clu",
                                List.of()));
    }

    private Map<String, List<Long>> slugs() {
        return audiences
                .communities(Set.of("open", "club", "hall", "none", "clu"))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                one -> one.getValue().stream().map(Called::id).toList()));
    }

    @Test
    void aPartOfANameMeansTheCommunitiesThatAreCalledSo() {
        database.run(
                """
                update rounds.community set name = 'Diabète in rural practice' where id = 101;
                update rounds.community set name = 'Diabetes in town' where id = 102;
                update rounds.community set name = 'Diabetes at home' where id = 103;
                """);

        assertThat(meant(ADA, "diabetes in rural practice")).isEmpty();
        assertThat(meant(ADA, "DIABETE IN RURAL")).containsExactly(101L);
        assertThat(meant(ADA, "diab")).containsExactlyInAnyOrder(101L, 103L);
        assertThat(meant(Viewer.VISITOR, "diab")).containsExactly(101L);
        assertThat(meant(ADA, "town")).as("of a private one nobody else knows").isEmpty();
        assertThat(transactions.read(ADA, audiences::communityNames).nearest("diabetes in towm"))
                .map(Called::id)
                .isNotEqualTo(Optional.of(102L));
    }

    private List<Long> meant(Viewer viewer, String typed) {
        return transactions
                .read(viewer, () -> audiences.communities(List.of(typed)))
                .getOrDefault(typed, List.of())
                .stream()
                .map(Called::id)
                .toList();
    }

    @Test
    void aSearchWithoutAnIndexSaysSo() {
        SearchResults results =
                database.site().get(Search.class).find(ADA, SearchRequest.of("anything"));

        assertThat(results.hits()).isEmpty();
        assertThat(results.whole()).isFalse();
    }
}
