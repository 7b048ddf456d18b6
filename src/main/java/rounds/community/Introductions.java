package rounds.community;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.List;

/// New members say who they are and what they hope for, if they like. Nobody has to: whoever says
/// "later" is asked once more, and then never again.
@Singleton
public class Introductions {
    /// For so long somebody is new, and is asked.
    private static final int NEW_DAYS = 60;

    private static final int PAUSE_DAYS = 14;
    private static final int MOST = 5;

    private final IntroductionRepository introductions;
    private final Communities communities;
    private final Transactions transactions;

    Introductions(
            IntroductionRepository introductions,
            Communities communities,
            Transactions transactions) {
        this.introductions = introductions;
        this.communities = communities;
        this.transactions = transactions;
    }

    /// Who is new in a community and has said so, the newest first; nobody, for those who are not
    /// in it.
    public List<Newcomer> newcomers(Viewer viewer, Community community) {
        return community.standing().isMember()
                ? transactions.read(
                        viewer, () -> introductions.newcomers(community.id(), NEW_DAYS, MOST))
                : List.of();
    }

    /// Whether the viewer is to be asked now.
    public boolean asks(Viewer viewer, Community community) {
        return community.standing().isMember()
                && transactions.read(
                        viewer, () -> introductions.asks(community.id(), NEW_DAYS, PAUSE_DAYS));
    }

    /// Shows these lines to the members, or changes them.
    ///
    /// @throws ProblemException invalid; not found or forbidden, for those who are not in it
    public void say(Viewer.SignedIn viewer, String slug, Introduction said) {
        Introduction introduction = said.checked();
        write(
                viewer,
                slug,
                community ->
                        introductions.say(
                                community.id(),
                                viewer.personId(),
                                introduction.who(),
                                introduction.hopes()));
    }

    /// Takes them back. Nobody asks for others.
    public void takeBack(Viewer.SignedIn viewer, String slug) {
        write(viewer, slug, community -> introductions.takeBack(community.id(), viewer.personId()));
    }

    /// Not now.
    public void later(Viewer.SignedIn viewer, String slug) {
        write(viewer, slug, community -> introductions.later(community.id(), viewer.personId()));
    }

    private interface Work {
        int in(Community community);
    }

    private void write(Viewer.SignedIn viewer, String slug, Work work) {
        transactions.run(
                viewer,
                () -> // Whoever may leave is in it.
                work.in(communities.bySlug(viewer, slug, Capability.LEAVE)));
    }
}
