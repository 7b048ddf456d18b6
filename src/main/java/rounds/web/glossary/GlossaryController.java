package rounds.web.glossary;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.micronaut.serde.annotation.Serdeable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.glossary.Glossary;
import rounds.glossary.Term;
import rounds.glossary.Wordbook;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// The glossary of a community, and new terms.
@Controller("/c/{slug}/glossary")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class GlossaryController {
    private final Glossary glossary;
    private final Communities communities;
    private final Transactions transactions;
    private final Rooms rooms;
    private final Pages pages;
    private final Moment moment;

    GlossaryController(
            Glossary glossary,
            Communities communities,
            Transactions transactions,
            Rooms rooms,
            Pages pages,
            Moment moment) {
        this.glossary = glossary;
        this.communities = communities;
        this.transactions = transactions;
        this.rooms = rooms;
        this.pages = pages;
        this.moment = moment;
    }

    /// @param letter under which it stands that is shown; empty: all, where they are few
    /// @param find words that are looked for among the terms
    @Get
    Page all(
            String slug,
            @QueryValue(defaultValue = "") String letter,
            @QueryValue(defaultValue = "") String find,
            Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "glossary/glossary",
                community ->
                        GlossaryPage.of(
                                community,
                                glossary.all(viewer, community.id()),
                                glossary.others(viewer, community.id()),
                                letter,
                                find.strip(),
                                LocalDate.ofInstant(moment.now(), ZoneOffset.UTC)));
    }

    /// What scripts find in texts.
    ///
    /// @param meaning plain text
    /// @param path of the term
    @Serdeable
    record Word(
            String name,
            List<String> spellings,
            String expansion,
            String meaning,
            String language,
            String path) {

        static Word of(Term term) {
            return new Word(
                    term.name(),
                    term.spellings(),
                    term.expansion(),
                    term.meaning().plainText().strip(),
                    term.language(),
                    term.path());
        }
    }

    /// All that stands in it, for scripts. Whoever has it already learns that nothing has changed.
    @Get("/words")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> words(String slug, HttpRequest<?> request, Viewer viewer) {
        return transactions.read(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug, Capability.READ);
                    Wordbook book = glossary.wordbook(viewer, community.id());
                    String tag = "\"" + book.tag() + "\"";
                    boolean known = tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
                    return (known
                                    ? HttpResponse.notModified()
                                    : HttpResponse.ok(
                                                    glossary.all(viewer, community.id()).stream()
                                                            .map(Word::of)
                                                            .toList())
                                            .contentType(MediaType.APPLICATION_JSON_TYPE))
                            .header(HttpHeaders.ETAG, tag)
                            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
                });
    }

    /// @param name of the term, where it is known already
    @Get("/new")
    Page write(String slug, @QueryValue(defaultValue = "") String name, Viewer viewer) {
        return write(
                viewer.signedIn(), slug, HttpStatus.OK, Filled.with(Map.of("name", name.strip())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object add(String slug, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            Term made = glossary.add(person, slug, TermForm.words(form), form.submission());
            return made.waits()
                    ? pages.goTo(GlossaryPage.path(slug), "glossary.proposed")
                    : pages.goTo(made.path(), "glossary.entered");
        } catch (ProblemException refused) {
            return write(
                    person,
                    slug,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    TermForm.refused(form, "name", refused));
        }
    }

    private Page write(Viewer.SignedIn person, String slug, HttpStatus status, Filled filled) {
        return rooms.show(
                person,
                slug,
                Capability.PROPOSE_TERMS,
                status,
                "glossary/term",
                community -> new TermPage(community, null, filled));
    }
}
