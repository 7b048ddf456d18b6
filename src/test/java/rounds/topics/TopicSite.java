package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.TestDatabase;

import java.time.LocalDate;
import java.util.List;

/// An emptied site with the people and communities a test of focus topics wants.
final class TopicSite {
    static final Pursuit FALLS =
            new Pursuit(
                    "How low is too low?",
                    "Which medicine goes first when standing makes somebody fall?",
                    "Three of us asked it this month.",
                    List.of("Know who decides", "Agree on an order"),
                    List.of("falls"),
                    "",
                    LocalDate.parse("2026-01-15"),
                    LocalDate.parse("2026-06-30"));

    final TestDatabase db = TestDatabase.running();
    final Topics topics = db.site().get(Topics.class);
    final TopicLists lists = db.site().get(TopicLists.class);
    final Summaries summaries = db.site().get(Summaries.class);
    final Suggestions suggestions = db.site().get(Suggestions.class);
    final TopicsContent content = db.site().get(TopicsContent.class);

    static TopicSite emptied() {
        var site = new TopicSite();
        site.db.empty();
        return site;
    }

    long community(String slug, String visibility) {
        long id = Ids.next();
        db.run(
                "insert into community (id, slug, name, visibility) values (%d, '%s', '%s', '%s')"
                        .formatted(id, slug, slug, visibility));
        return id;
    }

    Viewer.SignedIn person(String handle) {
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

    Viewer.SignedIn member(String handle, long community, String... roles) {
        Viewer.SignedIn person = person(handle);
        role(person, community, "member");
        for (String role : roles) {
            role(person, community, role);
        }
        return person;
    }

    private void role(Viewer.SignedIn person, long community, String role) {
        db.run(
                "insert into membership (id, community_id, person_id, role) values (%d, %d, %d, '%s')"
                        .formatted(Ids.next(), community, person.personId(), role));
    }

    /// A post that opens a discussion of that title; its id.
    long post(
            Viewer.SignedIn author, long community, String title, String visibility, String state) {
        long id = Ids.next();
        db.run(
                """
                insert into discussion (id, community_id, kind, title, language, visibility, state, opened_by, opened_at, last_at, last_number, posts)
                values (%1$d, %2$d, 'question', '%3$s', 'en', '%4$s', 'visible', %5$d, now(), now(), 1, 1);
                insert into post (id, discussion_id, community_id, number, path, depth, author_id, body, html, html_version, language, visibility, state, posted_at)
                values (%1$d, %1$d, %2$d, 1, '0000001', 0, %5$d, 'Words', '<p>Words</p>', 5, 'en', '%4$s', '%6$s', now());
                """
                        .formatted(id, community, title, visibility, author.personId(), state));
        return id;
    }

    /// Proposed by the one and opened by the other.
    Topic opened(Viewer.SignedIn proposer, Viewer.SignedIn moderator, String slug) {
        Topic topic = topics.propose(proposer, slug, FALLS, null);
        return topics.move(moderator, topic.id(), TopicState.OPEN, "", topic.revision());
    }

    /// The problem that this ends in.
    static Problem problemOf(ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((ProblemException) thrown).problem();
    }

    /// The fields that are refused.
    static List<String> refused(ThrowingCallable work) {
        Problem problem = problemOf(work);
        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        return ((Problem.Invalid) problem).fields().stream().map(Problem.Field::name).toList();
    }
}
