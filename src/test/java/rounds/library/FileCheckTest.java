package rounds.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static rounds.library.LibrarySite.problemOf;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Communities;
import rounds.community.Community;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.support.Photos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// What stands in a file is looked at before others read it.
class FileCheckTest {
    private static final String CLEAN = "How to prevent falls at home.";
    private static final String NAMED =
            "How to prevent falls.\nThe patient, Mrs. Harriet Whitcombe, fell twice.";
    private static final String CARD =
            "How to prevent falls.\nOntario health card number 1234 567 897 fell twice.";

    private final LibrarySite site = LibrarySite.emptied();
    private final FileCheck check = site.db.site().get(FileCheck.class);
    private final FileLooking looking = site.db.site().get(FileLooking.class);
    private final Communities communities = site.db.site().get(Communities.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void aFileIsReadByOthersOnceItHasBeenLookedAt() throws IOException {
        Resource guide = share(CLEAN);

        assertThat(reads(ben, guide)).isFalse();
        assertThat(reads(ada, guide)).isTrue();
        assertThat(looked(guide, 1)).isEqualTo(Looked.WAITING);

        site.readAll();

        assertThat(reads(ben, guide)).isTrue();
        assertThat(site.library.resource(ben, guide.id()).state()).isEqualTo(State.VISIBLE);
        assertThat(site.db.count("select count(*) from resource_finding")).isZero();
    }

    @Test
    void aDocumentMayNameWhoeverWroteIt() throws IOException {
        site.db.run("update person set name = 'Harriet Whitcombe' where id = " + ada.personId());
        Resource own = share("How to prevent falls.\nWritten by Dr. Harriet Whitcombe.");
        Resource other = share("How to prevent falls.\nWe saw Mrs. Gladys Whitcombe fall.");

        site.readAll();

        assertThat(reads(ben, own)).isTrue();
        assertThat(reads(ben, other)).isFalse();
    }

    @Test
    void whatCouldTellWhoAPatientIsHoldsItBackUntilItsOwnerSaysWhyItMayStay()
            throws IOException, SQLException {
        Resource guide = share(NAMED);
        site.readAll();

        CheckedFile asked = check.of(ada, guide.id(), 1);
        assertThat(asked.findings())
                .extracting(FileFinding::kind, FileFinding::passage, FileFinding::places)
                .contains(tuple("name", "Harriet Whitcombe", List.of(1)));
        assertThat(asked.findings().getFirst().saidBefore()).contains("The patient");
        assertThat(reads(ben, guide)).isFalse();
        assertThat(rowsFor(ben)).isZero();
        assertThat(rowsFor(mod)).isGreaterThan(3);
        assertThat(site.desk.queue(mod, community(mod), null, 9).items())
                .as("it waits for no moderator")
                .isEmpty();
        assertThat(check.held(mod, community(mod)))
                .extracting(HeldFile::title, HeldFile::looked, HeldFile::held)
                .containsExactly(tuple("Guide", Looked.ASKS, true));

        assertThat(confirm(ada, guide, 1, null, "An invented example")).isTrue();

        assertThat(reads(ben, guide)).isTrue();
        assertThat(site.library.resource(ben, guide.id()).state()).isEqualTo(State.VISIBLE);
        assertThat(check.of(ada, guide.id(), 1).findings())
                .extracting(FileFinding::reason)
                .containsOnly("An invented example");
        assertThat(check.of(ben, guide.id(), 1).findings()).isEmpty();
        assertThat(log()).containsExactly("file_confirmed", "file_held");
    }

    @Test
    void onlyWhoSentItAnswersAndNotWithoutAReason() throws IOException {
        Resource guide = share(NAMED);
        site.readAll();

        assertThat(problemOf(() -> confirm(mod, guide, 1, null, "Fine")))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> confirm(ben, guide, 1, null, "Fine")))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> confirm(ada, guide, 1, null, " ")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problemOf(() -> confirm(ada, guide, 1, List.of(5L), "Fine")))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(reads(ben, guide)).isFalse();
    }

    @Test
    void eachPassageIsAnsweredForItself() throws IOException {
        Resource guide =
                share(NAMED + "\nHer neighbour Mrs. Wilhelmina Thornbury saw it, born 1931-03-03.");
        site.readAll();
        List<FileFinding> asked = check.of(ada, guide.id(), 1).asked();
        assertThat(asked).hasSizeGreaterThan(1);

        boolean done = confirm(ada, guide, 1, List.of(asked.getFirst().id()), "Invented");

        assertThat(done).isFalse();
        assertThat(reads(ben, guide)).isFalse();
        assertThat(check.of(ada, guide.id(), 1).open()).isEqualTo(asked.size() - 1);
        assertThat(confirm(ada, guide, 1, null, "Invented, too")).isTrue();
        assertThat(reads(ben, guide)).isTrue();
    }

    @Test
    void aHealthCardHelpsOnlyACleanFile() throws IOException {
        Resource guide = share(CARD);
        site.readAll();

        assertThat(looked(guide, 1)).isEqualTo(Looked.REFUSED);
        assertThat(problemOf(() -> confirm(ada, guide, 1, null, "Invented")))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> site.deciding.admit(mod, guide.id(), site.revision(guide), "")))
                .isInstanceOf(Problem.Conflict.class);
        site.renewing.renew(ada, guide.id(), file(ada, CLEAN), "Without the number");
        site.readAll();

        assertThat(reads(ben, guide)).isTrue();
        assertThat(site.library.page(ben, guide.id(), null).shown().number()).isEqualTo(2);
        assertThat(site.db.count("select count(*) from resource_version")).isEqualTo(1);
        assertThat(site.db.count("select count(*) from resource_page where text like '%1234%'"))
                .isZero();
    }

    @Test
    void whileANewVersionIsHeldOthersReadTheEarlierOne() throws IOException {
        Resource guide = share(CLEAN);
        site.readAll();
        site.renewing.renew(ada, guide.id(), file(ada, NAMED), "Newer");
        site.readAll();

        ResourcePage read = site.library.page(ben, guide.id(), null);
        assertThat(read.shown().number()).isEqualTo(1);
        assertThat(read.versions()).hasSize(1);
        assertThat(problemOf(() -> site.library.file(ben, guide.id(), 2)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.library.text(ben, guide.id(), 2, 1, 9)).isEmpty();
        assertThat(site.library.text(ada, guide.id(), 2, 1, 9)).hasSize(1);
        assertThat(site.library.page(mod, guide.id(), 2).shown().isHeld()).isTrue();

        confirm(ada, guide, 2, null, "Invented");

        assertThat(site.library.page(ben, guide.id(), null).shown().number()).isEqualTo(2);
        assertThat(site.library.page(ben, guide.id(), 1).shown().state())
                .isEqualTo(VersionState.EARLIER);
    }

    @Test
    void whatIsHeldItsMakerTakesBackAndNothingOfItStays() throws IOException {
        Resource guide = share(CLEAN);
        site.readAll();
        site.renewing.renew(ada, guide.id(), file(ada, CARD), "Newer");
        site.readAll();

        site.renewing.withdraw(ada, guide.id(), 2);

        assertThat(site.db.count("select count(*) from resource_version")).isEqualTo(1);
        assertThat(site.db.count("select count(*) from resource_finding")).isZero();
    }

    @Test
    void whatACuratorTakesIsReadWhenItsMakerHasAnswered() throws IOException {
        site.db.run("update community set review_resources = true");
        Resource guide =
                site.library.share(
                        mod,
                        "valley",
                        Details.of(ResourceKind.GUIDELINE, "Guide"),
                        new Material.Text("Words"),
                        null);
        long proposed = site.renewing.renew(ben, guide.id(), file(ben, NAMED), "").shown().id();
        site.readAll();

        site.renewing.take(mod, guide.id(), proposed, 1);

        assertThat(site.library.page(ada, guide.id(), null).shown().number()).isEqualTo(1);
        check.confirm(ben, guide.id(), proposed, null, "Invented");
        assertThat(site.library.page(ada, guide.id(), null).shown().number()).isEqualTo(2);
    }

    @Test
    void whereModeratorsLookFirstTheyDoSoAfterItsOwnerHasAnswered() throws IOException {
        site.db.run("update community set review_resources = true");
        Resource guide = share(NAMED);
        site.readAll();

        site.deciding.admit(mod, guide.id(), site.revision(guide), "");
        assertThat(reads(ben, guide)).as("let in, and still held").isFalse();
        confirm(ada, guide, 1, null, "Invented");

        assertThat(reads(ben, guide)).isTrue();
    }

    @Test
    void whereMembersAreNotAskedOnlyHealthCardsAreHeldBack() throws IOException {
        site.db.run("update community set asks_identifiers = false");
        Resource named = share(NAMED);
        Resource card = share(CARD);
        Resource photo = photo(false);
        site.readAll();

        assertThat(reads(ben, named)).isTrue();
        assertThat(reads(ben, photo)).isTrue();
        assertThat(reads(ben, card)).isFalse();
    }

    @Test
    void ofAPictureItsSenderIsAskedOnceUnlessSheHasSaid() throws IOException {
        Resource asked = photo(false);
        Resource said = photo(true);
        site.readAll();

        assertThat(reads(ben, said)).isTrue();
        assertThat(reads(ben, asked)).isFalse();
        assertThat(check.of(ada, asked.id(), 1).findings())
                .extracting(FileFinding::isUnseen)
                .containsExactly(true);
        confirm(ada, asked, 1, null, "A blank form");
        assertThat(reads(ben, asked)).isTrue();
    }

    @Test
    void whatWasSharedBeforeFilesWereLookedAtStaysAndItsOwnerIsAsked() throws IOException {
        Resource guide = sharedBefore(NAMED);

        lookThroughAll();

        assertThat(reads(ben, guide)).isTrue();
        assertThat(looked(guide, 1)).isEqualTo(Looked.ASKS);
        assertThat(site.library.page(ben, guide.id(), null).shown().looked())
                .as("that something is asked is no matter of readers")
                .isEqualTo(Looked.CLEAR);
        assertThat(check.held(mod, community(mod)))
                .extracting(HeldFile::held)
                .containsExactly(false);
        assertThat(check.of(ben, guide.id(), 1).findings()).isEmpty();
        confirm(ada, guide, 1, null, "Invented");
        assertThat(looked(guide, 1)).isEqualTo(Looked.CLEAR);
    }

    @Test
    void aHealthCardAmongWhatWasSharedBeforeIsHeldBackAtOnce() throws IOException {
        Resource alone = sharedBefore(CARD);
        Resource renewed = sharedBefore(CLEAN);
        site.renewing.renew(ada, renewed.id(), file(ada, CARD), "");
        site.readAll();
        asSharedBefore();

        lookThroughAll();

        assertThat(reads(ben, alone)).isFalse();
        assertThat(reads(ada, alone)).isTrue();
        assertThat(site.library.page(ben, renewed.id(), null).shown().number()).isEqualTo(1);
        assertThat(site.library.page(ben, renewed.id(), null).versions()).hasSize(1);
    }

    private Resource share(String text) throws IOException {
        return site.library.share(
                ada, "valley", Details.of(ResourceKind.GUIDELINE, "Guide"), file(ada, text), null);
    }

    private Resource photo(boolean vouched) throws IOException {
        byte[] photo = Photos.jpeg(40, 30, 1);
        Upload upload = site.uploads.take(ada, "knee.jpg", new ByteArrayInputStream(photo));
        return site.library.share(
                ada,
                "valley",
                Details.of(ResourceKind.TOOL, "Knee"),
                new Material.File(upload.id(), vouched),
                null);
    }

    private Material file(Viewer.SignedIn sender, String text) throws IOException {
        return new Material.File(site.file(sender, "guide.txt", text).id());
    }

    private Resource sharedBefore(String text) throws IOException {
        Resource guide = share(text);
        site.readAll();
        asSharedBefore();
        return guide;
    }

    /// As if nobody had looked at any file: the newest version of each resource is read.
    private void asSharedBefore() {
        site.db.run("delete from resource_finding");
        site.db.run(
                """
                update resource_version v
                   set state = 'earlier', looked = 'waiting'
                 where v.state in ('held', 'current')
                """);
        site.db.run(
                """
                update resource_version v
                   set state = 'current'
                 where v.number = (select max(n.number) from resource_version n where n.resource_id = v.resource_id)
                """);
        site.db.run(
                """
                update resource r
                   set state = 'visible', opens = false,
                       current = (select v.number from resource_version v where v.resource_id = r.id and v.state = 'current')
                """);
    }

    private void lookThroughAll() {
        while (looking.lookThroughOne()) {
            // The next one.
        }
    }

    private boolean confirm(
            Viewer.SignedIn viewer,
            Resource resource,
            int number,
            @Nullable List<Long> which,
            String reason) {
        return check.confirm(viewer, resource.id(), site.version(resource, number), which, reason);
    }

    /// Whether some version of it stands before that person.
    private boolean reads(Viewer.SignedIn viewer, Resource resource) {
        try {
            int number = site.library.page(viewer, resource.id(), null).shown().number();
            return site.library.file(viewer, resource.id(), number).bytes() > 0;
        } catch (ProblemException none) {
            return false;
        }
    }

    private Looked looked(Resource resource, int number) {
        return site.library.page(ada, resource.id(), number).shown().looked();
    }

    /// How many rows of what stands in files the tables give that person.
    private long rowsFor(Viewer.SignedIn viewer) throws SQLException {
        return Objects.requireNonNull(
                site.db.asked(
                        viewer,
                        """
                        select (select count(*) from resource) + (select count(*) from resource_version)
                             + (select count(*) from resource_page) + (select count(*) from resource_finding)
                        """));
    }

    private Community community(Viewer.SignedIn viewer) {
        return communities.bySlug(viewer, "valley");
    }

    private List<String> log() {
        return site.db.rows("select act from community_log order by act");
    }
}
