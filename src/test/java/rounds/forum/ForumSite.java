package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.settings.Settings;
import rounds.support.TestDatabase;

import java.util.List;

/// An emptied site with the people and communities a test of the forum wants.
final class ForumSite {
    final TestDatabase db = TestDatabase.running();
    final Forum forum = db.site().get(Forum.class);
    final Discussions discussions = db.site().get(Discussions.class);

    final Edits edits = db.site().get(Edits.class);
    final Moderation moderation = db.site().get(Moderation.class);
    final Arrangement arrangement = db.site().get(Arrangement.class);
    final Tagging tagging = db.site().get(Tagging.class);
    final Archive archive = db.site().get(Archive.class);

    String baseUrl() {
        return db.site().get(Settings.class).baseUrl().toString();
    }

    static ForumSite emptied() {
        var site = new ForumSite();
        site.db.empty();
        return site;
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

    long community(String slug, String visibility) {
        long id = Ids.next();
        db.run(
                "insert into community (id, slug, name, visibility) values (%d, '%s', '%s', '%s')"
                        .formatted(id, slug, slug, visibility));
        return id;
    }

    Viewer.SignedIn member(String handle, long community, String... roles) {
        Viewer.SignedIn person = person(handle);
        role(person, community, "member");
        for (String role : roles) {
            role(person, community, role);
        }
        return person;
    }

    void role(Viewer.SignedIn person, long community, String role) {
        db.run(
                "insert into membership (id, community_id, person_id, role) values (%d, %d, %d, '%s')"
                        .formatted(Ids.next(), community, person.personId(), role));
    }

    Posted open(Viewer.SignedIn author, String community, String title) {
        return forum.open(
                author,
                community,
                new NewDiscussion(Kind.CHALLENGE, title, "What **helped** you?", List.of(), null),
                null);
    }

    Posted reply(Viewer.SignedIn author, long discussion, @Nullable Long answers, String body) {
        return forum.reply(author, discussion, new NewPost(body, answers, null), null);
    }

    Post post(Viewer viewer, long postId) {
        return discussions.post(viewer, postId).post();
    }

    /// The problem that this ends in.
    static Problem problemOf(ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((ProblemException) thrown).problem();
    }

    DiscussionPage tree(Viewer viewer, long discussion, Place place, int limit) {
        return discussions.page(viewer, discussion, View.TREE, place, limit);
    }

    DiscussionPage time(Viewer viewer, long discussion, Place place, int limit) {
        return discussions.page(viewer, discussion, View.TIME, place, limit);
    }
}
