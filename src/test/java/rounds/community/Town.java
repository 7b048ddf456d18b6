package rounds.community;

import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.TestDatabase;

import java.util.List;
import java.util.Locale;

/// An emptied site for one test, and people who have signed in there.
final class Town {
    final TestDatabase database = TestDatabase.running();
    final Communities communities = bean(Communities.class);
    final Members members = bean(Members.class);
    final Admissions admissions = bean(Admissions.class);
    final Invitations invitations = bean(Invitations.class);

    Town() {
        database.empty();
    }

    <T> T bean(Class<T> type) {
        return database.site().get(type);
    }

    /// Somebody with a confirmed address; her handle is her name in small letters.
    Viewer.SignedIn person(String name) {
        long id = Ids.next();
        String handle = name.toLowerCase(Locale.ROOT);
        database.run(
                """
                insert into person (id, handle, handle_shape, name, profession)
                values (%1$d, '%2$s', '%2$s', '%3$s', 'family physician');
                insert into account (person_id, email, confirmed_at) values (%1$d, '%2$s@example.org', now());
                insert into session (id, person_id, expires_at) values (%1$d, %1$d, now() + interval '1 day');
                """
                        .formatted(id, handle, name));
        return new Viewer.SignedIn(id, id, 1);
    }

    /// Her account, until `suspended_at` is taken away again.
    void suspend(String handle) {
        database.run(
                "update account set suspended_at = now() where person_id = (select id from person where handle = '%s')"
                        .formatted(handle));
    }

    Community community(Viewer.SignedIn chair, String name, Visibility visibility) {
        return communities.found(
                chair,
                new Founding(name, null, "To get better together.", "", visibility, List.of("en")),
                null);
    }

    /// Takes somebody in, in the ways that are open to people.
    void join(Viewer.SignedIn chair, Community community, Viewer.SignedIn... people) {
        for (Viewer.SignedIn person : people) {
            invitations.accept(person, invitations.link(chair, community.slug(), 7));
        }
    }
}
