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

/// Case stories go out and come in again, and what is not for everybody stays where it is.
class StoriesRoundTripTest {
    private static final TestDatabase DATABASE = TestDatabase.running();
    private static final Export.Options ALL = new Export.Options(null, true, true);
    private static final Export.Options PLAIN = new Export.Options(null, true);
    private static final String ROWS =
            """
            select s.title, s.state, s.named, s.members_only, s.visibility, s.outcome, s.setting, s.conditions, s.learning,
                   s.took_part, s.worked_by, s.published_at, s.tried, s.thanked, s.same, p.handle,
                   (select string_agg(t.part || t.body || t.html, ' ' order by t.part) from case_section t where t.story_id = s.id),
                   (select string_agg(f.months || f.body || f.html, ' ' order by f.at) from case_follow_up f where f.story_id = s.id),
                   (select a.reference from case_authority a where a.story_id = s.id)
              from case_story s join person p on p.id = s.written_by
             order by s.title
            """;

    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void stories() {
        DATABASE.empty();
        DATABASE.run(
                """
                insert into person (id, handle, handle_shape, name) values (101, 'ada', 'ada', 'Ada'), (102, 'ben', 'ben', 'Ben');
                insert into community (id, slug, name, visibility) values (201, 'valley', 'Valley', 'public');
                insert into membership (id, community_id, person_id, role, from_at)
                values (301, 201, 101, 'member', '2026-01-01T00:00:00Z'), (302, 201, 102, 'member', '2026-01-01T00:00:00Z');
                insert into case_story (id, community_id, state, written_by, named, title, outcome, setting, conditions, learning, took_part,
                                        worked_by, members_only, visibility, started_at, changed_at, published_at, tried, thanked)
                select v.id, 201, v.state, 101, v.named, v.title, 'mixed', 'home', '{falls,a&b}', '{Ask first}', '{pharmacist}',
                       '{consultation}', v.alone, case when v.alone then 'private' else 'public' end,
                       '2026-02-01T00:00:00Z', '2026-02-03T00:00:00Z', '2026-02-02T00:00:00Z', v.tried, v.tried
                  from (values (401, 'visible', true, 'Signed', false, 1), (402, 'visible', false, 'Wombat unsigned', false, 0),
                               (403, 'hidden', true, 'Hidden', true, 0), (404, 'draft', true, 'Wombat draft', false, 0),
                               (405, 'withdrawn', true, 'Wombat withdrawn', false, 0)) v (id, state, named, title, alone, tried);
                insert into case_section (story_id, community_id, part, body, html, html_version)
                select id, 201, 'story', 'She *fell*.', '<p>She <em>fell</em>.</p>' || chr(10), 5 from case_story;
                insert into case_section (story_id, community_id, part, body) values (401, 201, 'came', ' ');
                insert into case_follow_up (id, story_id, community_id, months, body, html, html_version, at)
                values (501, 401, 201, 6, 'Well', '<p>Well</p>' || chr(10), 5, '2026-08-01T00:00:00Z');
                insert into case_authority (story_id, community_id, ground, reference, said_at)
                values (401, 201, 'ethics', 'Board zebra', '2026-02-01T00:00:00Z');
                insert into case_trial (story_id, person_id, community_id, result, setting, note, at)
                values (401, 102, 201, 'partly', 'home', 'Slowly', '2026-03-01T00:00:00Z');
                insert into case_word (story_id, person_id, community_id, word, at)
                values (401, 102, 201, 'thanks', '2026-03-02T00:00:00Z');
                """);
    }

    @Test
    void whatIsGivenOutAndTakenInIsTheSameAndASecondTimeAddsNothing() throws IOException {
        DATABASE.run(
                "delete from case_section where body = ' '; delete from case_story where state in ('draft', 'withdrawn')");
        String first = give(ALL);
        List<String> rows = DATABASE.rows(ROWS);
        assertThat(rows).hasSize(3);
        assertThat(first).contains("Board zebra", "Wombat unsigned", "\"caseWord\"");

        DATABASE.empty();
        take(first);

        assertThat(refused).isEmpty();
        assertThat(DATABASE.rows(ROWS)).isEqualTo(rows);
        assertThat(give(ALL)).isEqualTo(first);

        Tally again = take(first);
        assertThat(again.marks()).isZero();
        assertThat(again.already()).isEqualTo((int) first.lines().count());
        assertThat(DATABASE.rows(ROWS)).isEqualTo(rows);
    }

    @Test
    void whatIsNobodyElsesGoesOutOnlyWithWhatIsPeoplesOwnAndDraftsNever() throws IOException {
        assertThat(give(ALL)).doesNotContain("Wombat draft", "Wombat withdrawn");

        for (Export.Options options : List.of(PLAIN, new Export.Options("valley", false))) {
            assertThat(give(options))
                    .contains("\"Signed\"", "\"Hidden\"", "Slowly", "She *fell*.", "Well")
                    .doesNotContain("zebra", "Wombat", "caseAuthority", "caseWord");
        }
    }

    @Test
    void whatCannotBeTakenIsNamedWithItsLineAndTheReason() throws IOException {
        String whole =
                "{\"type\":\"caseStory\",\"id\":\"x\",\"community\":\"00000000000%s\",\"author\":\"0000000000035\",\"title\":\"T\",\"outcome\":\"%s\",\"learning\":[%s],\"parts\":[%s]}\n";
        take(
                whole.formatted("69", "mixed", "\"One\"", "")
                        + whole.formatted("69", "mixed", "", "{\"part\":\"story\",\"body\":\"x\"}")
                        + whole.formatted(
                                "69", "great", "\"One\"", "{\"part\":\"story\",\"body\":\"x\"}")
                        + whole.formatted(
                                "zz", "mixed", "\"One\"", "{\"part\":\"story\",\"body\":\"x\"}")
                        + "{\"type\":\"caseTrial\",\"story\":\"nowhere\",\"person\":\"0000000000035\",\"result\":\"worked\",\"setting\":\"home\"}\n"
                        + "{\"type\":\"caseAuthority\",\"story\":\"x\",\"ground\":\"consent_other\"}\n");

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "1: the part \"story\" is missing",
                        "2: learning is missing",
                        "3: the outcome \"great\" is unknown",
                        "4: the community 00000000000zz is not here",
                        "5: the case story nowhere is not here",
                        "6: ofWhom is missing");
    }

    private String give(Export.Options options) throws IOException {
        var out = new ByteArrayOutputStream();
        DATABASE.site().get(Export.class).run(out, options, Watcher.SILENT);
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
