package rounds.web.library;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.library.DeclinedWords;
import rounds.library.Details;
import rounds.library.Library;
import rounds.library.ProposedWords;
import rounds.library.Resource;
import rounds.library.ResourcePage;
import rounds.library.Rewording;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Changes what is said of a resource.
@Controller("/r/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DescribeController {
    private final Library library;
    private final Rewording rewording;
    private final Communities communities;
    private final Pages pages;

    DescribeController(Library library, Rewording rewording, Communities communities, Pages pages) {
        this.library = library;
        this.rewording = rewording;
        this.communities = communities;
        this.pages = pages;
    }

    /// @param words of hers that were not taken, with which she goes on
    @Get("/edit")
    Page describe(String id, @Nullable @QueryValue String words, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        DeclinedWords again =
                words == null ? null : rewording.declined(person, Ids.parse(id), Ids.parse(words));
        return describe(person, Ids.parse(id), HttpStatus.OK, null, again);
    }

    @Post("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object edit(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Optional<Filled> asked = Identified.ask(form, () -> asks(person, Ids.parse(id)));
        if (asked.isPresent()) {
            return describe(person, Ids.parse(id), HttpStatus.OK, asked.get(), null);
        }
        try {
            Resource edited =
                    library.edit(
                            person,
                            Ids.parse(id),
                            ResourceForm.details(form, form.line("title"), form.line("kind")),
                            revision(form),
                            words(form));
            return pages.goTo(edited.path(), edited(person, edited));
        } catch (ProblemException refused) {
            return refused.problem() instanceof Problem.Conflict conflict
                    ? meanwhile(person, Ids.parse(id), form, conflict.why())
                    : describe(
                            person,
                            Ids.parse(id),
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            Filled.refused(form, refused),
                            null);
        }
    }

    private boolean asks(Viewer.SignedIn person, long id) {
        long community = library.resource(person, id).communityId();
        return communities.byId(person, community).asksIdentifiers();
    }

    /// Something else is there now: what she entered stands in the form, beside what differs from
    /// it, and takes that one's place when she saves once more.
    private Page meanwhile(Viewer.SignedIn person, long id, Form form, String why) {
        Page read = describe(person, id, HttpStatus.CONFLICT, Filled.of(form), null);
        var page = (EditResourcePage) read.page();
        Details entered = ResourceForm.details(form, form.line("title"), form.line("kind"));
        return read.with(page.met(why, Rewritten.between(page.now(), entered)));
    }

    /// The id of the waiting words from which a form was made; 0: none waited.
    private static long words(Form form) {
        String given = form.line("words");
        return Ids.isId(given) ? Ids.parse(given) : 0;
    }

    /// The message that says what becomes of it.
    private String edited(Viewer.SignedIn person, Resource edited) {
        if (edited.may().ask()) {
            return edited.state() == State.HIDDEN
                    ? "library.edited.hidden"
                    : "library.edited.declined";
        }
        boolean waits = rewording.waiting(person, edited.id()).filter(by(person)).isPresent();
        return waits ? "library.edited.waits" : "library.edited";
    }

    private static Predicate<ProposedWords> by(Viewer.SignedIn person) {
        return words -> words.by().id() == person.personId();
    }

    /// The revision that a form was made from; one that nothing has where it says none.
    static int revision(Form form) {
        String given = form.line("revision");
        return given.matches("\\d{1,9}") ? Integer.parseInt(given) : -1;
    }

    private Page describe(
            Viewer.SignedIn person,
            long id,
            HttpStatus status,
            @Nullable Filled refused,
            @Nullable DeclinedWords again) {
        return pages.show(
                person,
                status,
                "library/edit",
                () -> {
                    ResourcePage page = library.page(person, id, null);
                    requireEditable(page);
                    Filled filled = refused;
                    // She goes on from what she wrote last.
                    ProposedWords mine =
                            page.words() != null && by(person).test(page.words())
                                    ? page.words()
                                    : null;
                    if (filled == null) {
                        var fields =
                                ResourceForm.filled(
                                        again != null
                                                ? again.words().details()
                                                : mine != null
                                                        ? mine.details()
                                                        : page.resource().details());
                        // Empty: as it sounds.
                        if (mine == null && again == null && !page.resource().languageSaid()) {
                            fields.put("language", "");
                        }
                        fields.put("revision", String.valueOf(page.resource().revision()));
                        filled = Filled.with(fields);
                    }
                    return new EditResourcePage(
                            communities.byId(person, page.resource().communityId()),
                            page.resource(),
                            mine,
                            "",
                            List.of(),
                            filled);
                });
    }

    private static void requireEditable(ResourcePage page) {
        if (!page.resource().may().edit()) {
            throw new ProblemException(new Problem.Forbidden("library.refused.edit"));
        }
    }
}
