package rounds.library;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.library.LibrarySite.problemOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;

/// What becomes of a resource: it is used, and adapted.
class InPracticeTest {
    private final LibrarySite site = LibrarySite.emptied();
    private final InPractice inPractice = site.db.site().get(InPractice.class);
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn cleo;
    private Viewer.SignedIn eve;
    private Resource guide;

    @BeforeEach
    void people() {
        long valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        cleo = site.member("cleo", valley);
        eve = site.member("eve", site.community("coast", "private"));
        guide = site.text(ada, "valley", "Falls", "Words");
    }

    @Test
    void whoUsedItSaysSoOnceAndInHerNewestWords() {
        inPractice.say(ben, guide.id(), "Fits");
        inPractice.say(ben, guide.id(), "Fits well");
        inPractice.say(cleo, guide.id(), "");

        Practised seen = inPractice.of(cleo, guide.id());

        assertThat(seen.uses()).extracting(Use::note).containsExactly("Fits well");
        assertThat(seen.mine()).isNotNull();
        assertThat(site.library.resource(ben, guide.id()).practised()).isEqualTo(2);
        assertThat(problemOf(() -> inPractice.say(ada, guide.id(), "Mine")))
                .as("nobody counts for her own")
                .isInstanceOf(Problem.Invalid.class);

        inPractice.takeBack(ben, guide.id());
        inPractice.takeBack(ben, guide.id());

        assertThat(inPractice.of(ben, guide.id()).uses()).hasSize(1);
        assertThat(site.library.resource(ben, guide.id()).practised()).isEqualTo(1);
    }

    @Test
    void whoIsNoMemberReadsItAndSaysNothing() {
        inPractice.say(ben, guide.id(), "Fits");

        Practised seen = inPractice.of(eve, guide.id());

        assertThat(seen.may()).isFalse();
        assertThat(seen.uses()).hasSize(1);
        assertThat(problemOf(() -> inPractice.say(eve, guide.id(), "Me too")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> inPractice.say(ben, guide.id(), "x".repeat(501))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void anAdaptationStandsUnderItsOriginalWhereItCanBeRead() {
        Resource ours = adapted(ben, "valley", guide.id(), "Shorter");
        Resource theirs = adapted(eve, "coast", guide.id(), "For the coast");

        assertThat(inPractice.of(ada, guide.id()).adaptations())
                .extracting(Adapted::changes)
                .containsExactly("Shorter");
        assertThat(inPractice.of(eve, guide.id()).adaptations())
                .as("hers stands where only her community reads")
                .extracting(Adapted::changes)
                .containsExactly("For the coast", "Shorter");
        assertThat(site.library.resource(ben, ours.id()).origin().title()).isEqualTo("Falls");

        site.deciding.delete(ada, guide.id(), "");

        assertThat(site.library.resource(eve, theirs.id()).origin())
                .isEqualTo(new Resource.Origin("", "", "", "For the coast"));
    }

    @Test
    void nothingIsAdaptedThatCannotBeRead() {
        Resource secret = site.text(eve, "coast", "Secret", "Words");

        assertThat(problemOf(() -> adapted(ben, "valley", secret.id(), "Shorter")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problemOf(() -> adapted(ben, "valley", guide.id(), " ")))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void whatWasChangedCanBeSaidAnewAndTheOriginalStays() {
        Resource ours = adapted(ben, "valley", guide.id(), "Shorter");
        Details now = site.library.resource(ben, ours.id()).details();

        site.library.edit(ben, ours.id(), with(now, new Adaptation(ours.id(), "Clearer")), null);

        Resource seen = site.library.resource(ada, ours.id());
        assertThat(seen.origin().changes()).isEqualTo("Clearer");
        assertThat(seen.origin().title()).isEqualTo("Falls");
    }

    @Test
    void whatIsSaidWhileItsCommunityIsNarrowStaysNarrow() {
        site.db.run("update community set visibility = 'private' where slug = 'valley'");
        inPractice.say(ben, guide.id(), "Said among us");
        site.db.run("update community set visibility = 'public' where slug = 'valley'");

        assertThat(problemOf(() -> inPractice.of(eve, guide.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(inPractice.of(ada, guide.id()).uses()).hasSize(1);
    }

    private Resource adapted(Viewer.SignedIn by, String slug, long original, String changes) {
        Details details =
                with(Details.of(ResourceKind.TOOL, "Ours"), new Adaptation(original, changes));
        return site.library.share(by, slug, details, new Material.Text("Our words"), null);
    }

    private static Details with(Details now, Adaptation adaptation) {
        return new Details(
                now.kind(),
                now.title(),
                now.description(),
                now.language(),
                now.tags(),
                now.keywords(),
                now.authors(),
                now.source(),
                now.licence(),
                now.journal(),
                now.year(),
                now.doi(),
                now.pmid(),
                now.outline(),
                adaptation);
    }
}
