package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import rounds.forum.Edits;
import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.Moderation;
import rounds.forum.NewDiscussion;
import rounds.forum.NewPost;
import rounds.forum.Posted;
import rounds.kernel.Change;
import rounds.kernel.Viewer;
import rounds.platform.changes.ChangeLog;
import rounds.platform.database.Ids;
import rounds.support.TestDatabase;

import java.util.List;

/// An emptied site. Its notifier runs when a test says so; a server beside may be quicker.
final class Neighbourhood {
    final TestDatabase db = TestDatabase.running();
    final Forum forum = db.site().get(Forum.class);
    final Edits edits = db.site().get(Edits.class);
    final Moderation moderation = db.site().get(Moderation.class);
    final Watches watches = db.site().get(Watches.class);
    final Notifications notifications = db.site().get(Notifications.class);
    final Bookmarks bookmarks = db.site().get(Bookmarks.class);
    final Notifier notifier = db.site().get(Notifier.class);
    private final ChangeLog log = db.site().get(ChangeLog.class);

    static Neighbourhood emptied() {
        var site = new Neighbourhood();
        site.db.empty();
        return site;
    }

    Viewer.SignedIn person(String handle) {
        long id = Ids.next();
        long session = Ids.next();
        db.run(
                """
                insert into person (id, handle, handle_shape, name) values (%1$d, '%2$s', '%2$s', initcap('%2$s'));
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

    /// Ends her membership, as a chair does.
    void remove(Viewer.SignedIn person, long community) {
        db.run(
                "update membership set until_at = now() where person_id = %d and community_id = %d"
                        .formatted(person.personId(), community));
    }

    Posted open(Viewer.SignedIn author, String community, String title, String... tags) {
        return open(author, community, Kind.CHALLENGE, title, tags);
    }

    Posted open(Viewer.SignedIn author, String community, Kind kind, String title, String... tags) {
        return forum.open(
                author,
                community,
                new NewDiscussion(kind, title, "What helped you?", List.of(tags), null),
                null);
    }

    Posted reply(Viewer.SignedIn author, Posted discussion, @Nullable Posted answers, String body) {
        return forum.reply(
                author,
                discussion.discussionId(),
                new NewPost(body, answers == null ? null : answers.postId(), null),
                null);
    }

    /// Lets nothing be taken in until [#release], also not by a server that runs beside.
    void hold() {
        notifier.position();
        db.run("update notification_position set xid = '9000000000'");
    }

    void release() {
        db.run("update notification_position set xid = '0', id = 0");
    }

    /// Takes in all that happened, as the server does.
    void tell() {
        List<Change> changes = log.after(notifier.position(), 500);
        while (!changes.isEmpty()) {
            notifier.handle(changes);
            changes = log.after(notifier.position(), 500);
        }
    }

    /// What somebody finds on her page: reason, who, and where.
    List<String> told(Viewer.SignedIn person) {
        return page(person).stream()
                .map(bundle ->
                        bundle.reason().code()
                                + " "
                                + String.join(
                                        "+",
                                        bundle.people().stream().map(Bundle.Who::handle).toList())
                                + " "
                                + (bundle.title().isEmpty()
                                        ? bundle.communitySlug()
                                        : bundle.title()))
                .toList();
    }

    List<Bundle> page(Viewer.SignedIn person) {
        var page = notifications.page(person, false, null, 50);
        assertThat(page.next()).isNull();
        return page.items();
    }

    List<Bundle> unread(Viewer.SignedIn person) {
        return notifications.page(person, true, null, 50).items();
    }
}
