package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Details;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Renewing;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.platform.database.Ids;

import java.util.List;

/// What somebody hears of a resource that she follows.
class FollowedResourcesTest {
    private final Neighbourhood site = Neighbourhood.emptied();
    private final Library library = site.db.site().get(Library.class);
    private final Renewing renewing = site.db.site().get(Renewing.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn carla;
    private Resource falls;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        carla = site.member("carla", valley);
        falls =
                library.share(
                        ada,
                        "valley",
                        Details.of(ResourceKind.TOOL, "Falls"),
                        new Material.Text("Words"),
                        null);
        site.tell();
    }

    @Test
    void whoFollowsItHearsOfItsVersionsAndOfDiscussionsAboutIt() {
        site.watches.resource(ben, falls.id(), Level.EVERY);
        renewing.renew(ada, falls.id(), new Material.Text("Better words"), "Shorter");
        discuss(carla, "Does it work?", "Who uses [[r:%s]]?");
        discuss(carla, "Another matter", "Nothing to do with it.");

        site.tell();

        assertThat(site.told(ben))
                .containsExactlyInAnyOrder("version  Falls", "discussion carla Does it work?");
        assertThat(site.watches.followsResource(ben, falls.id())).isTrue();
        assertThat(site.watches.all(ben, "resource", null, 9).items())
                .extracting(Followed::name, Followed::path)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Falls", falls.path()));
    }

    @Test
    void whoseVersionIsTakenHearsOfItOnceAlsoIfSheFollows() {
        Viewer.SignedIn mod = site.member("mod", valley, "moderator");
        site.watches.resource(ben, falls.id(), Level.EVERY);
        site.watches.resource(carla, falls.id(), Level.EVERY);
        long proposed =
                renewing.renew(ben, falls.id(), new Material.Text("Ben's words"), "").shown().id();
        renewing.take(mod, falls.id(), proposed, 1);

        site.tell();

        assertThat(site.told(ben)).containsExactly("version_taken  Falls");
        assertThat(site.told(carla)).containsExactly("version  Falls");
    }

    @Test
    void whoStoppedHearsNothingMore() {
        site.watches.resource(ben, falls.id(), Level.EVERY);
        site.watches.resource(ben, falls.id(), null);
        renewing.renew(ada, falls.id(), new Material.Text("Better words"), "");
        discuss(carla, "Does it work?", "Who uses [[r:%s]]?");

        site.tell();

        assertThat(site.told(ben)).isEmpty();
        assertThat(site.watches.followsResource(ben, falls.id())).isFalse();
    }

    @Test
    void whoMayNotReadItNeitherFollowsItNorHearsOfIt() {
        Viewer.SignedIn eve = site.person("eve");
        site.watches.resource(ben, falls.id(), Level.EVERY);
        site.remove(ben, valley);
        renewing.renew(ada, falls.id(), new Material.Text("Better words"), "");

        site.tell();

        assertThat(site.told(ben)).isEmpty();
        assertThat(site.watches.all(ben, null, null, 9).items()).isEmpty();
        assertThatThrownBy(() -> site.watches.resource(eve, falls.id(), Level.EVERY))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> site.watches.resource(ada, falls.id(), Level.MENTIONS))
                .isInstanceOf(ProblemException.class);
    }

    private void discuss(Viewer.SignedIn author, String title, String body) {
        site.forum.open(
                author,
                "valley",
                new NewDiscussion(
                        Kind.CHALLENGE,
                        title,
                        body.formatted(Ids.text(falls.id())),
                        List.of(),
                        null),
                null);
    }
}
