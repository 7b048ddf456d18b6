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

/// The searches that people keep go out and come in again, for those who kept them and nobody else.
class SearchesRoundTripTest {
    private static final TestDatabase DATABASE = TestDatabase.running();

    /// The identifying number is a made one that passes its check digit.
    private static final String CARD = "9698658215";

    private static final String ROWS =
            """
            select p.handle, s.name, s.words, s.narrowed, s.from_day, s.to_day, s.within_id, s.sorted, s.literal,
                   s.alerts_since is not null, s.saved_at, s.looked_at
              from saved_search s
              join person p on p.id = s.person_id
             where s.deleted_at is null
             order by 1, 2
            """;

    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void searches() {
        DATABASE.empty();
        DATABASE.run(
                """
                insert into person (id, handle, handle_shape, name) values
                    (101, 'ada', 'ada', 'Ada'), (102, 'ben', 'ben', 'Ben');
                insert into community (id, slug, name, visibility) values (201, 'valley', 'Valley', 'public');
                insert into membership (id, community_id, person_id, role, from_at) values (501, 201, 101, 'member', '2026-01-01');
                insert into discussion (id, community_id, kind, title, language, visibility, state, opened_by, opened_at, last_by, last_at)
                select 301, 201, 'question', 'Faxes', 'en', 'public', 'visible', 101, '2026-01-01', 101, '2026-01-01';
                insert into resource (id, community_id, kind, title, language, visibility, state, shared_by, shared_at, changed_at)
                values (401, 201, 'link', 'Sheet', 'en', 'public', 'visible', 101, '2026-01-01', '2026-01-01');
                insert into resource_version (id, resource_id, community_id, number, state, form, url, made_by, made_at, decided_by, decided_at, reading)
                values (402, 401, 201, 1, 'current', 'link', 'https://example.org/', 101, '2026-01-01', 101, '2026-01-01', 'none');
                insert into saved_search (id, person_id, name, words, narrowed, from_day, to_day, within_id, sorted, literal,
                                          saved_at, looked_at, alerts_since, told_until, due_at, deleted_at)
                select v.id, v.person, v.name, v.words, v.narrowed, v.first, v.last, v.within, v.sorted, v.literal,
                       '2026-01-02T03:04:05Z', '2026-01-03T03:04:05Z', v.alerts, now(), now(), v.deleted
                  from (values
                       (1, 101, 'Everything', 'fax -paper', array['community:valley', 'author:ben', 'author:Somebody', 'kind:question', 'kind:challenge', 'tag:a:b'],
                        date '2025-02-03', date '9999-12-31', null, 'newest', true, timestamptz '2026-01-02T03:04:05Z', null::timestamptz),
                       (2, 101, 'Only there', '', '{}', null, null, 301, 'best', false, null, null),
                       (3, 102, 'In the sheet', 'dose', '{}', null, null, 401, 'helpful', false, null, null),
                       (4, 102, 'Gone', 'old', '{}', null, null, null, 'best', false, null, timestamptz '2026-01-04T00:00:00Z'),
                       (5, 102, 'In what is gone', 'old', '{}', null, null, 999, 'best', false, null, null))
                       v (id, person, name, words, narrowed, first, last, within, sorted, literal, alerts, deleted);
                insert into recent_search (person_id, words, searched_at) values (101, 'looked for lately', now())
                """);
    }

    @Test
    void whatIsKeptGoesOutAndComesInTheSameAndASecondTimeAddsNothing() throws IOException {
        String given = give(true);
        assertThat(given)
                .contains("\"savedSearch\"", "Everything")
                .doesNotContain("Gone", "In what is gone", "looked for lately");
        DATABASE.run("delete from saved_search where id > 3");
        List<String> rows = DATABASE.rows(ROWS);
        assertThat(rows).hasSize(3);

        // The resource stands behind in the file, and its search waits for it.
        DATABASE.run("truncate saved_search; delete from resource");
        take(given);

        assertThat(refused).isEmpty();
        assertThat(DATABASE.rows(ROWS)).isEqualTo(rows);
        assertThat(give(true)).isEqualTo(given);
        assertThat(take(given).marks()).isZero();
        assertThat(DATABASE.rows(ROWS)).isEqualTo(rows);
    }

    @Test
    void aSearchThatSheRenamedOrDeletedSinceDoesNotComeAgain() throws IOException {
        String given = give(true);
        DATABASE.run(
                """
                update saved_search set name = 'Renamed' where id = 1;
                update saved_search set deleted_at = now() where id = 2
                """);

        assertThat(take(given).marks()).isZero();

        assertThat(DATABASE.count("select count(*) from saved_search")).isEqualTo(5);
    }

    @Test
    void theyGoOutOnlyWithWhatIsPeoplesOwn() throws IOException {
        assertThat(give(false)).doesNotContain("savedSearch", "Everything");
    }

    @Test
    void itComesToItsOwnerAndLooksForWhomAndWhereItDidWhateverTheyAreCalledHere()
            throws IOException {
        take(
                """
                {"type":"savedSearch","person":"p1","name":"Hers","query":"fax","narrowed":[{"facet":"author","person":"p2"},{"facet":"community","community":"c"},{"facet":"author","value":"Carla"}],"alerts":true}
                {"type":"person","id":"p1","handle":"Ada"}
                {"type":"person","id":"p2","handle":"Ben"}
                {"type":"community","id":"c","slug":"valley","name":"Another valley"}
                """);

        assertThat(refused).isEmpty();
        assertThat(
                        DATABASE.rows(
                                """
                                select p.source_id, p.handle, s.narrowed, s.alerts_since > now() - interval '1 minute',
                                       s.told_until > now() - interval '1 minute'
                                  from saved_search s
                                  join person p on p.id = s.person_id
                                 where s.name = 'Hers'
                                """))
                .containsExactly("p1|ada-2|{author:ben-2,community:valley-2,author:Carla}|t|t");
    }

    @Test
    void whatCannotBeTakenIsNamedWithItsLineAndTheReason() throws IOException {
        String line = "{\"type\":\"savedSearch\",\"person\":\"0000000000035\",%s}\n";
        take(
                String.join(
                        "",
                        line.formatted("\"query\":\"fax\""),
                        line.formatted("\"name\":\" \",\"query\":\"fax\""),
                        line.formatted("\"name\":\"" + "x".repeat(101) + "\",\"query\":\"fax\""),
                        line.formatted("\"name\":\"x\",\"query\":\" \",\"order\":\"newest\""),
                        line.formatted("\"name\":\"x\",\"query\":\"" + "x".repeat(1_001) + "\""),
                        line.formatted(
                                "\"name\":\"x\",\"narrowed\":[{\"facet\":\"colour\",\"value\":\"red\"}]"),
                        line.formatted("\"name\":\"x\",\"narrowed\":[{\"value\":\"red\"}]"),
                        line.formatted("\"name\":\"x\",\"narrowed\":[{\"facet\":\"tag\"}]"),
                        line.formatted("\"name\":\"x\",\"query\":\"y\",\"order\":\"loudest\""),
                        line.formatted("\"name\":\"x\",\"from\":\"0800-01-01\""),
                        line.formatted("\"name\":\"x\",\"to\":\"soon\""),
                        line.formatted(
                                "\"name\":\"x\",\"discussion\":\"000000000009d\",\"resource\":\"00000000000ch\""),
                        line.formatted("\"name\":\"x\",\"discussion\":\"nowhere\""),
                        line.formatted(
                                "\"name\":\"x\",\"narrowed\":[{\"facet\":\"author\",\"person\":\"nobody\"}]"),
                        line.formatted("\"name\":\"x\",\"query\":\"PHN " + CARD + "\""),
                        line.formatted("\"name\":\"PHN " + CARD + "\",\"query\":\"x\""),
                        "{\"type\":\"savedSearch\",\"person\":\"nobody\",\"name\":\"x\",\"query\":\"y\"}\n",
                        line.formatted("\"name\":\"x\",\"query\":\"y\",\"alerts\":\"yes\"")));

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "1: name is missing",
                        "2: name is empty",
                        "3: name is longer than 100 characters",
                        "4: it searches for nothing",
                        "5: query is longer than 1000 characters",
                        "6: the facet \"colour\" is unknown",
                        "7: facet is missing",
                        "8: value is missing",
                        "9: the order \"loudest\" is unknown",
                        "10: \"0800-01-01\" is not a day to search by",
                        "11: \"soon\" is not a day to search by",
                        "12: it looks in a discussion or in a resource, not in both",
                        "13: the discussion nowhere is not here",
                        "14: the person nobody is not here",
                        "15: query holds what identifies a patient",
                        "16: name holds what identifies a patient",
                        "17: the person nobody is not here",
                        "18: alerts is neither true nor false");
        assertThat(DATABASE.count("select count(*) from saved_search")).isEqualTo(5);
    }

    @Test
    void nobodyGetsMoreThanSheMayKeep() throws IOException {
        var lines = new StringBuilder();
        for (int n = 1; n <= 51; n++) {
            lines.append(
                    "{\"type\":\"savedSearch\",\"person\":\"0000000000035\",\"name\":\"x\",\"query\":\"word%d\"}\n"
                            .formatted(n));
        }
        // The same once more, which is not counted.
        String twice = lines.substring(0, lines.indexOf("\n") + 1);

        Tally tally = take(twice + lines);

        assertThat(tally.marks()).isEqualTo(48);
        assertThat(tally.already()).isEqualTo(1);
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "50: the person keeps 50 searches already",
                        "51: the person keeps 50 searches already",
                        "52: the person keeps 50 searches already");
        assertThat(DATABASE.count("select count(*) from saved_search where person_id = 101"))
                .isEqualTo(50);
    }

    private static String give(boolean own) throws IOException {
        var out = new ByteArrayOutputStream();
        DATABASE.site()
                .get(Export.class)
                .run(out, new Export.Options(null, true, own), Watcher.SILENT);
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
