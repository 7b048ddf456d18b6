package rounds.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// An emptied site with the people and communities a test of the library wants.
final class LibrarySite {
    final TestDatabase db = TestDatabase.running();
    final Library library = db.site().get(Library.class);
    final Renewing renewing = db.site().get(Renewing.class);
    final Curating curating = db.site().get(Curating.class);
    final Rewording rewording = db.site().get(Rewording.class);
    final Deciding deciding = db.site().get(Deciding.class);
    final LibraryDesk desk = db.site().get(LibraryDesk.class);
    final Shelves shelves = db.site().get(Shelves.class);
    final CollectionLists collections = db.site().get(CollectionLists.class);
    final Collecting collecting = db.site().get(Collecting.class);
    final Arranging arranging = db.site().get(Arranging.class);
    final Uploads uploads = db.site().get(Uploads.class);
    final TextReading reading = db.site().get(TextReading.class);

    static LibrarySite emptied() {
        var site = new LibrarySite();
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

    Resource text(Viewer.SignedIn author, String slug, String title, String body) {
        return library.share(
                author, slug, Details.of(ResourceKind.TOOL, title), new Material.Text(body), null);
    }

    /// The id of the version that has this number now; 0: none.
    long version(Resource resource, int number) {
        return db.count(
                "select coalesce(max(id), 0) from resource_version where resource_id = %d and number = %d"
                        .formatted(resource.id(), number));
    }

    /// The revision of the resource as it is now.
    int revision(Resource resource) {
        return (int) db.count("select revision from resource where id = " + resource.id());
    }

    Upload file(Viewer.SignedIn sender, String name, String text) throws IOException {
        return uploads.take(
                sender, name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Reads all that waits to be read.
    void readAll() {
        while (reading.readOne()) {
            // The next one.
        }
    }

    /// The problem that this ends in.
    static Problem problemOf(ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((ProblemException) thrown).problem();
    }
}
