package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Details;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.ResourceKind;
import rounds.platform.database.Ids;
import rounds.support.TestDatabase;

import java.util.List;

/// An emptied site with the people, communities and topics that a test of what is gathered around
/// topics wants.
final class AroundSite {
    final TestDatabase db = TestDatabase.running();
    final Shelf shelf = db.site().get(Shelf.class);
    final Questions questions = db.site().get(Questions.class);
    final Agreements agreements = db.site().get(Agreements.class);
    final InPractice practice = db.site().get(InPractice.class);
    final Guests guests = db.site().get(Guests.class);

    static AroundSite emptied() {
        var site = new AroundSite();
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

    /// A member who was asked to tend a topic.
    Viewer.SignedIn curator(String handle, long topic) {
        long community = db.count("select community_id from topic where id = " + topic);
        Viewer.SignedIn person = member(handle, community);
        db.run(
                "insert into topic_curator (topic_id, person_id, community_id, since) values (%d, %d, %d, now())"
                        .formatted(topic, person.personId(), community));
        return person;
    }

    void role(Viewer.SignedIn person, long community, String role) {
        db.run(
                "insert into membership (id, community_id, person_id, role) values (%d, %d, %d, '%s')"
                        .formatted(Ids.next(), community, person.personId(), role));
    }

    /// A topic under way, with a summary.
    long topic(long community, Viewer.SignedIn by, String title) {
        long id = Ids.next();
        db.run(
                """
                insert into topic (id, community_id, state, title, question, proposed_by, proposed_at, opened_at, published_at, changed_at,
                                   visibility, summary)
                select %1$d, c.id, 'published', '%3$s', 'How low?', %4$d, now(), now(), now(), now(), c.visibility, 1
                from community c where c.id = %2$d;
                insert into topic_summary (topic_id, number, community_id, body, html, html_version, written_by, made_at)
                values (%1$d, 1, %2$d, 'We know this.', '<p>We know this.</p>', 1000, %4$d, now());
                """
                        .formatted(id, community, title, by.personId()));
        return id;
    }

    void state(long topic, String state) {
        db.run("update topic set state = '%s' where id = %d".formatted(state, topic));
    }

    ContentRef resource(Viewer.SignedIn by, String slug, String title) {
        var details = Details.of(ResourceKind.TOOL, title);
        return new ContentRef(
                ContentType.RESOURCE,
                db.site()
                        .get(Library.class)
                        .share(by, slug, details, new Material.Text("Words"), null)
                        .id());
    }

    ContentRef discussion(Viewer.SignedIn by, String slug, String title) {
        var entered = new NewDiscussion(Kind.QUESTION, title, "Words", List.of(), null);
        return new ContentRef(
                ContentType.DISCUSSION,
                db.site().get(Forum.class).open(by, slug, entered, null).discussionId());
    }

    void hide(ContentRef resource) {
        db.run("update resource set state = 'hidden' where id = " + resource.id());
    }

    List<String> titles(Viewer viewer, long topic) {
        return shelf.of(viewer, topic).entries().stream().map(ShelfEntry::title).toList();
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
