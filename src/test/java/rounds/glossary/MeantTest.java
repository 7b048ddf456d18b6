package rounds.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Meant;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.support.TestDatabase;

import java.util.List;

/// What abbreviations stand for, as search will ask.
class MeantTest {
    private final TestDatabase db = TestDatabase.running();
    private final Glossary glossary = db.site().get(Glossary.class);
    private final GlossaryContent content = db.site().get(GlossaryContent.class);
    private final Transactions transactions = db.site().get(Transactions.class);
    private long valley;
    private Viewer.SignedIn mod;
    private Viewer.SignedIn eve;

    @BeforeEach
    void people() {
        db.empty();
        valley = Ids.next();
        db.run(
                "insert into community (id, slug, name, visibility) values (%d, 'valley', 'valley', 'private')"
                        .formatted(valley));
        mod = person("mod");
        eve = person("eve");
        for (String role : List.of("member", "moderator")) {
            db.run(
                    "insert into membership (id, community_id, person_id, role) values (%d, %d, %d, '%s')"
                            .formatted(Ids.next(), valley, mod.personId(), role));
        }
    }

    @Test
    void whoReadsTheCommunityLearnsWhatItsAbbreviationsStandFor() {
        glossary.add(
                mod,
                "valley",
                new TermWords("HTN", "hypertension", "", "en", "", List.of("Hypertén", "BP"), null),
                null);

        assertThat(meant(mod, "htn")).extracting(Meant::expansion).containsExactly("hypertension");
        assertThat(meant(mod, "hyperten", "sdh")).extracting(Meant::name).containsExactly("HTN");
        assertThat(meant(mod, "sdh")).isEmpty();
        assertThat(meant(eve, "htn")).isEmpty();
    }

    private List<Meant> meant(Viewer viewer, String... words) {
        return transactions.read(viewer, () -> content.meant(List.of(words)));
    }

    private Viewer.SignedIn person(String handle) {
        long id = Ids.next();
        long session = Ids.next();
        db.run(
                """
                insert into person (id, handle, handle_shape, name, profession)
                values (%1$d, '%2$s', '%2$s', initcap('%2$s'), 'Nurse');
                insert into account (person_id, email, confirmed_at) values (%1$d, '%2$s@example.org', now());
                insert into session (id, person_id, expires_at) values (%3$d, %1$d, now() + interval '1 day');
                """
                        .formatted(id, handle, session));
        return new Viewer.SignedIn(id, session, 1);
    }
}
