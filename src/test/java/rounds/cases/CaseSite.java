package rounds.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.TestDatabase;

import java.util.List;

/// An emptied site with the people and communities a test of case stories wants.
final class CaseSite {
    static final Facts SHORT =
            new Facts(
                    "When the tablets made the fall",
                    "en",
                    Outcome.MIXED,
                    Setting.HOME,
                    "",
                    List.of("recurrent falls", "heart failure"),
                    List.of("deprescribing"),
                    List.of("Measure standing."),
                    List.of(new Participant("pharmacist", Way.CONSULTATION)),
                    "family physician",
                    PatientView.YES,
                    "To make my own tea",
                    true,
                    false);

    final TestDatabase db = TestDatabase.running();
    final Cases cases = db.site().get(Cases.class);
    final Publishing publishing = db.site().get(Publishing.class);
    final Clearing clearing = db.site().get(Clearing.class);
    final Judging judging = db.site().get(Judging.class);
    final Answering answering = db.site().get(Answering.class);
    final CaseLists lists = db.site().get(CaseLists.class);
    final CasesContent content = db.site().get(CasesContent.class);

    static CaseSite emptied() {
        var site = new CaseSite();
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

    void remove(Viewer.SignedIn person) {
        db.run("update membership set until_at = now() where person_id = " + person.personId());
    }

    /// A draft that says all that is needed.
    CaseStory ready(Viewer.SignedIn author, String slug, Facts facts) {
        CaseStory story = cases.start(author, slug, "", null);
        cases.save(author, story.id(), Part.STORY, "She fell on the way to the kettle.", 0);
        cases.authorise(
                author, story.id(), new Authority(Ground.CONSENT_PATIENT, "", null, "Binder 3"));
        return cases.describe(author, story.id(), facts, story.revision());
    }

    CaseStory published(Viewer.SignedIn author, String slug, Facts facts) {
        CaseStory draft = ready(author, slug, facts);
        return publishing.publish(author, draft.id(), draft.revision(), null);
    }

    /// The same facts, signed or not.
    static Facts unsigned() {
        return with(SHORT, false, false);
    }

    static Facts with(Facts facts, boolean named, boolean membersOnly) {
        return new Facts(
                facts.title(),
                facts.language(),
                facts.outcome(),
                facts.setting(),
                facts.practice(),
                facts.conditions(),
                facts.tags(),
                facts.learning(),
                facts.tookPart(),
                facts.led(),
                facts.patientView(),
                facts.patientWords(),
                named,
                membersOnly);
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
