package rounds.web.glossary;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.glossary.Term;
import rounds.glossary.TermRevision;
import rounds.glossary.TermState;
import rounds.glossary.TermWords;
import rounds.kernel.Author;
import rounds.kernel.Problem;
import rounds.platform.markdown.Html;
import rounds.support.Sample;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class GlossarySamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Author ADA = new Author(7, "ada.lind", "Ada <Lind>", "Nurse");
    private static final Community CURATED =
            community(Set.of("read", "propose_terms", "curate", "see_revisions"));
    private static final Community OPEN = community(Set.of("read", "propose_terms"));
    private static final Community READ = community(Set.of("read"));

    public static final List<Sample> ALL =
            List.of(
                    new Sample("glossary/glossary", page(CURATED, "", full(), others())),
                    new Sample("glossary/glossary", page(OPEN, "", full(), others().subList(0, 2))),
                    new Sample("glossary/glossary", page(READ, "", List.of(), List.of())),
                    new Sample("glossary/glossary", page(OPEN, "no <such>", full(), List.of())),
                    new Sample("glossary/term", new TermPage(OPEN, null, Filled.empty())),
                    new Sample("glossary/term", new TermPage(CURATED, null, refused())),
                    new Sample("glossary/term", edited(TermState.PROPOSED)),
                    new Sample("glossary/term", edited(TermState.STANDING)),
                    new Sample(
                            "glossary/term",
                            new TermPage(
                                    CURATED, term(1, "HTN", TermState.STANDING, null), refused())),
                    new Sample("glossary/revisions", revisions(List.of(before()))),
                    new Sample("glossary/revisions", revisions(List.of())));

    private static GlossaryPage page(
            Community community, String find, List<Term> all, List<Term> others) {
        return GlossaryPage.of(community, all, others, "h", find, DAY);
    }

    private static List<Term> full() {
        return List.of(
                term(1, "HTN", TermState.STANDING, DAY),
                term(2, "4 & <more>", TermState.STANDING, DAY.plusDays(1)),
                new Term(
                        3,
                        1,
                        "home-care",
                        TermState.STANDING,
                        "HTA",
                        "",
                        "Words",
                        new Html("<p>Mots</p>", 5),
                        "fr",
                        "HTN",
                        List.of(),
                        null,
                        ADA,
                        "",
                        AT,
                        1));
    }

    private static List<Term> others() {
        return List.of(
                term(4, "SDH", TermState.PROPOSED, null),
                term(5, "PCN", TermState.DECLINED, null),
                term(6, "COP", TermState.REMOVED, null));
    }

    private static Term term(long id, String name, TermState state, @Nullable LocalDate on) {
        return new Term(
                id,
                1,
                "home-care",
                state,
                name,
                "High & <tension>",
                "Words",
                new Html("<p>Words</p>", 5),
                "en",
                "HTA",
                List.of("Htn", "hyper<tension>"),
                on,
                ADA,
                state == TermState.DECLINED ? "Is <there>" : "",
                AT,
                2);
    }

    private static TermPage edited(TermState state) {
        Term term = term(1, "HTN", state, DAY);
        return new TermPage(CURATED, term, TermForm.filled(term));
    }

    private static Filled refused() {
        return new Filled(
                new Form(Map.of("name", List.of("<HTN>"), "language", List.of("fr"))),
                List.of(
                        new Problem.Field("name", "glossary.name.missing"),
                        new Problem.Field("language", "glossary.language.unknown"),
                        new Problem.Field("reason", "forum.reason.missing"),
                        new Problem.Field("into", "glossary.merge.unknown", "<x>")));
    }

    private static TermRevision before() {
        return new TermRevision(
                1, new TermWords("HTN", "High <pressure>", "", "en", "", List.of(), null), ADA, AT);
    }

    private static TermRevisionsPage revisions(List<TermRevision> before) {
        return TermRevisionsPage.of(CURATED, term(1, "HTN", TermState.STANDING, null), before);
    }

    private static Community community(Set<String> may) {
        return new Community(
                1,
                "home-care",
                "Home care & more",
                "Purpose",
                "",
                Visibility.PUBLIC,
                List.of("en"),
                12,
                Waiting.NOTHING,
                false,
                false,
                false,
                false,
                false,
                true,
                AT,
                new Standing(Visibility.PUBLIC, Set.of(Role.MEMBER, Role.MODERATOR)),
                may,
                null);
    }

    private GlossarySamples() {}
}
