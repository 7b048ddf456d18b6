package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import rounds.community.Capability;
import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Every row of permissions.csv that the forum answers for, in each role and visibility, on one's
/// own things and on others': what happens is what the file says.
class RightsTest {
    private static final List<String> VISIBILITIES = List.of("public", "listed", "private");
    private static final String ORDER = "0noy";

    private final ForumSite site = ForumSite.emptied();
    private final Map<String, Map<String, String>> file = read();
    private final Planning planning = site.db.site().get(Planning.class);
    private final Polls polls = site.db.site().get(Polls.class);
    private int count;

    /// Does it to a thing that is there for it.
    private interface Act {
        void by(Viewer.SignedIn viewer, String community, Posted open, Posted reply);
    }

    private final Map<Capability, Act> acts = acts();

    private Map<Capability, Act> acts() {
        var acts = new EnumMap<Capability, Act>(Capability.class);
        acts.put(
                Capability.READ,
                (who, _, open, _) -> site.tree(who, open.discussionId(), Place.START, 20));
        acts.put(
                Capability.POST,
                (who, _, open, _) -> site.reply(who, open.discussionId(), null, "Answer"));
        acts.put(
                Capability.ANNOUNCE,
                (who, community, _, _) ->
                        site.forum.open(
                                who,
                                community,
                                new NewDiscussion(
                                        Kind.ANNOUNCEMENT, "Hear", "Hear", List.of(), null),
                                null));
        acts.put(
                Capability.PLAN,
                (who, community, _, _) ->
                        planning.plan(
                                who,
                                community,
                                new NewDiscussion(Kind.QUESTION, "Later", "Later", List.of(), null),
                                Instant.now().plusSeconds(3600)));
        acts.put(
                Capability.VOTE,
                (who, _, open, _) -> {
                    site.db.run(
                            """
                            update post set polled = true where id = %1$d;
                            insert into poll (post_id, community_id, question, kind, open, results, made_at)
                            select id, community_id, '?', 'single', false, 'always', now() from post where id = %1$d;
                            insert into poll_option (post_id, community_id, number, words)
                            select id, community_id, n, 'Choice ' || n from post, generate_series(1, 2) n where id = %1$d;
                            """
                                    .formatted(open.postId()));
                    polls.vote(who, open.postId(), List.of(1));
                });
        acts.put(
                Capability.REPORT,
                (who, _, _, reply) -> site.moderation.report(who, reply.postId(), Reason.RUDE, ""));
        acts.put(
                Capability.EDIT,
                (who, _, _, reply) -> site.edits.edit(who, reply.postId(), 1, "Otherwise"));
        acts.put(
                Capability.DELETE,
                (who, _, _, reply) -> site.edits.delete(who, reply.postId(), "Reason"));
        acts.put(
                Capability.CLOSE,
                (who, _, open, _) ->
                        site.moderation.close(who, open.discussionId(), "It is answered."));
        acts.put(
                Capability.REOPEN,
                (who, _, open, _) -> site.moderation.reopen(who, open.discussionId()));
        acts.put(
                Capability.PIN, (who, _, open, _) -> site.moderation.pin(who, open.discussionId()));
        acts.put(
                Capability.TAG,
                (who, _, open, _) ->
                        site.edits.edit(
                                who,
                                open.discussionId(),
                                new DiscussionEdit(1, null, null, null, List.of("t"), null)));
        acts.put(
                Capability.HIDE,
                (who, _, _, reply) ->
                        site.moderation.hide(who, reply.postId(), Reason.RUDE, "Tone"));
        acts.put(
                Capability.SEE_REPORTS,
                (who, community, _, _) -> site.moderation.reports(who, community, null, 20));
        acts.put(
                Capability.HANDLE_REPORTS,
                (who, community, _, _) -> site.moderation.queue(who, community, null, 20));
        acts.put(
                Capability.SEE_REVISIONS,
                (who, _, _, reply) -> site.edits.history(who, reply.postId(), null));
        return acts;
    }

    /// What has no owner, or of which one's own is refused for another reason.
    private static final List<Capability> NOT_OWNED =
            List.of(
                    Capability.READ,
                    Capability.POST,
                    Capability.ANNOUNCE,
                    Capability.PLAN,
                    Capability.VOTE,
                    Capability.REPORT,
                    Capability.SEE_REPORTS,
                    Capability.HANDLE_REPORTS,
                    Capability.SEE_REVISIONS);

    @TestFactory
    Stream<DynamicTest> theFileDecides() {
        var tests = new ArrayList<DynamicTest>();
        for (String visibility : VISIBILITIES) {
            String slug = "c-" + visibility;
            long community = site.community(slug, visibility);
            Viewer.SignedIn author = site.member("author" + visibility, community);
            for (String role : Objects.requireNonNull(file.get("read")).keySet()) {
                if (role.equals("visitor")) {
                    continue;
                }
                Viewer.SignedIn who = somebody(role, community, visibility);
                acts.forEach((capability, act) -> {
                    tests.add(test(capability, act, role, visibility, slug, who, author));
                    if (!role.equals("person") && !NOT_OWNED.contains(capability)) {
                        tests.add(test(capability, act, role, visibility, slug, who, who));
                    }
                });
            }
        }
        return tests.stream();
    }

    private Viewer.SignedIn somebody(String role, long community, String visibility) {
        String handle = role.replace('_', '-') + "-" + visibility;
        if (role.equals("person")) {
            return site.person(handle);
        }
        return role.equals("member")
                ? site.member(handle, community)
                : site.member(handle, community, role);
    }

    private DynamicTest test(
            Capability capability,
            Act act,
            String role,
            String visibility,
            String slug,
            Viewer.SignedIn who,
            Viewer.SignedIn author) {
        boolean own = who.equals(author);
        char expected = expected(capability, role, visibility, own);
        String name =
                capability.code() + " as " + role + " in " + visibility + (own ? ", own" : "");
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    Posted open = site.open(author, slug, "Number " + count++);
                    Posted reply = site.reply(author, open.discussionId(), null, "Words");
                    if (capability == Capability.REOPEN) {
                        site.db.run(
                                "update discussion set closed_at = now() where id = "
                                        + open.discussionId());
                    }
                    assertThat(outcome(() -> act.by(who, slug, open, reply)))
                            .as(name)
                            .isEqualTo(expected);
                });
    }

    private char expected(Capability capability, String role, String visibility, boolean own) {
        Map<String, String> row = Objects.requireNonNull(file.get(capability.code()));
        List<String> roles = role.equals("person") ? List.of(role) : List.of("member", role);
        int column = VISIBILITIES.indexOf(visibility);
        char kindest = '0';
        for (String held : roles) {
            char cell = Objects.requireNonNull(row.get(held)).charAt(column);
            kindest = ORDER.indexOf(cell) > ORDER.indexOf(kindest) ? cell : kindest;
        }
        if (kindest == 'o') {
            return own ? 'y' : 'n';
        }
        return kindest;
    }

    private static char outcome(Runnable act) {
        try {
            act.run();
            return 'y';
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.NotFound _ -> '0';
                case Problem.Forbidden _ -> 'n';
                default -> throw e;
            };
        }
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream in =
                Objects.requireNonNull(RightsTest.class.getResourceAsStream("/permissions.csv"))) {
            List<String[]> rows =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split(","))
                            .toList();
            String[] head = rows.getFirst();
            var file = new LinkedHashMap<String, Map<String, String>>();
            for (String[] row : rows.subList(1, rows.size())) {
                var cells = new LinkedHashMap<String, String>();
                for (int i = 1; i < head.length; i++) {
                    cells.put(head[i], row[i]);
                }
                file.put(row[0], cells);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
