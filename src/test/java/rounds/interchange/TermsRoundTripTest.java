package rounds.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Glossaries go out and come in again; what does not stand in them stays where it is.
class TermsRoundTripTest {
    private static final TestDatabase DATABASE = TestDatabase.running();
    private static final String ROWS =
            """
            select t.id, t.name, t.expansion, t.meaning, t.html, t.language, t.counterpart, t.spellings, t.review_on, t.visibility,
                   t.state, t.changed_at, p.handle
              from term t join person p on p.id = t.proposed_by
             order by t.name
            """;

    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void terms() {
        DATABASE.empty();
        DATABASE.run(
                """
                insert into person (id, handle, handle_shape, name) values (101, 'ada', 'ada', 'Ada');
                insert into community (id, slug, name, visibility) values (201, 'valley', 'Valley', 'public');
                insert into term (id, community_id, state, name, expansion, meaning, html, html_version, language, counterpart,
                                  spellings, review_on, visibility, proposed_by, made_at, changed_at)
                select v.id, 201, v.state, v.name, 'hypertension', 'High *pressure*',
                       '<p>High <em>pressure</em></p>' || chr(10), 5, 'en', 'HTA', '{Htn,"a & b"}', '2027-01-31', 'listed', 101,
                       '2026-02-01T00:00:00Z', '2026-02-03T00:00:00Z'
                  from (values (401, 'standing', 'HTN'), (402, 'proposed', 'Wombat'), (403, 'removed', 'Zebra'))
                       v (id, state, name);
                """);
    }

    @Test
    void whatStandsThereGoesOutAndComesInTheSameAndASecondTimeAddsNothing() throws IOException {
        String given = give();
        assertThat(given).contains("\"HTN\"").doesNotContain("Wombat", "Zebra");
        DATABASE.run("delete from term where state <> 'standing'");
        List<String> rows = DATABASE.rows(ROWS);
        assertThat(rows).hasSize(1);

        DATABASE.empty();
        take(given);

        assertThat(refused).isEmpty();
        assertThat(DATABASE.rows(ROWS)).isEqualTo(rows);
        assertThat(give()).isEqualTo(given);
        assertThat(take(given).already()).isEqualTo((int) given.lines().count());
        assertThat(DATABASE.rows(ROWS)).isEqualTo(rows);
    }

    @Test
    void whatCannotBeTakenIsNamed() throws IOException {
        String line =
                "{\"type\":\"term\",\"id\":\"x%s\",\"community\":\"0000000000069\",\"author\":\"0000000000035\",%s}\n";

        take(
                line.formatted("1", "\"name\":\"SDH\"")
                        + line.formatted(
                                "2", "\"name\":\"SDH\",\"meaning\":\"x\",\"language\":\"de\"")
                        + line.formatted("3", "\"name\":\"htn\",\"meaning\":\"x\"")
                        + line.formatted("4", "\"name\":\"SDH\",\"meaning\":\"x\""));

        assertThat(refused).hasSize(2);
        assertThat(DATABASE.count("select count(*) from term where state = 'standing'"))
                .isEqualTo(2);
    }

    private static String give() throws IOException {
        var out = new ByteArrayOutputStream();
        DATABASE.site()
                .get(Export.class)
                .run(out, new Export.Options(null, true, true), Watcher.SILENT);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Tally take(String file) throws IOException {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return DATABASE.site()
                .get(Import.class)
                .run(
                        () -> new ByteArrayInputStream(bytes),
                        new Import.Options(null, true),
                        new Watcher() {
                            @Override
                            public void refused(int line, String reason) {
                                refused.add(line + ": " + reason);
                            }
                        });
    }
}
