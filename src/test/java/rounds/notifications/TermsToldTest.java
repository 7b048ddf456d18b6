package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.glossary.Glossary;
import rounds.glossary.Term;
import rounds.glossary.TermWords;
import rounds.kernel.Viewer;

import java.util.List;

/// Who hears what of the words of a glossary.
class TermsToldTest {
    private final Neighbourhood site = Neighbourhood.emptied();
    private final Glossary glossary = site.db.site().get(Glossary.class);
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        long valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void aProposedWordIsToldToThoseWhoCurateAndThatItWasTakenToWhoProposedIt() {
        Term term = term(ada, "HTN");
        site.tell();
        site.tell();
        assertThat(site.told(mod)).containsExactly("term_proposed ada HTN: HTN in words");
        assertThat(site.told(ben)).isEmpty();

        glossary.take(mod, term.id());
        site.tell();
        site.tell();
        assertThat(site.told(mod)).as("what is decided waits no more").isEmpty();
        assertThat(site.told(ada)).containsExactly("term_taken  HTN: HTN in words");
        assertThat(site.told(ben)).isEmpty();
    }

    @Test
    void whoseWordIsDeclinedReadsWhyAndThatItWasTakenAfterAll() {
        Term term = term(ada, "HTN");
        glossary.decline(mod, term.id(), "We say it in full");
        site.tell();
        assertThat(site.told(ada)).containsExactly("term_declined  HTN: HTN in words");
        assertThat(site.page(ada).getFirst().words()).isEqualTo("We say it in full");

        glossary.take(mod, term.id());
        site.tell();
        assertThat(site.told(ada)).contains("term_taken  HTN: HTN in words");
    }

    @Test
    void whatThoseWhoCurateEnterIsNewsToNobody() {
        term(mod, "HTN");
        site.tell();

        assertThat(site.told(ada)).isEmpty();
        assertThat(site.told(mod)).isEmpty();
    }

    private Term term(Viewer.SignedIn who, String name) {
        return glossary.add(
                who,
                "valley",
                new TermWords(name, name + " in words", "", "en", "", List.of(), null),
                null);
    }
}
