package rounds.web.library;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
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

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.forum.Discussion;
import rounds.forum.Discussions;
import rounds.forum.Draft;
import rounds.forum.DraftPlace;
import rounds.forum.DraftWords;
import rounds.forum.Drafts;
import rounds.forum.Forum;
import rounds.forum.Keeping;
import rounds.forum.NewPost;
import rounds.forum.Posted;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.Resource;
import rounds.library.ResourcePage;
import rounds.library.Upload;
import rounds.library.Uploads;
import rounds.library.citation.Citations;
import rounds.library.citation.Reference;
import rounds.platform.database.Ids;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.FormWithFile;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.security.Csrf;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts something into a community's library.
@Controller("/c/{slug}/library")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ShareController {
    private final Library library;
    private final Sharing sharing;
    private final Uploads uploads;
    private final Citations citations;
    private final Forum forum;
    private final Discussions discussions;
    private final Drafts drafts;
    private final Rooms rooms;
    private final Communities communities;
    private final Csrf csrf;
    private final Pages pages;

    ShareController(
            Library library,
            Sharing sharing,
            Uploads uploads,
            Citations citations,
            Forum forum,
            Discussions discussions,
            Drafts drafts,
            Rooms rooms,
            Communities communities,
            Csrf csrf,
            Pages pages) {
        this.library = library;
        this.sharing = sharing;
        this.uploads = uploads;
        this.citations = citations;
        this.forum = forum;
        this.discussions = discussions;
        this.drafts = drafts;
        this.rooms = rooms;
        this.communities = communities;
        this.csrf = csrf;
        this.pages = pages;
    }

    /// @param form `file`, `link` or `text`
    /// @param adapts the resource that it was made from
    /// @param answers the discussion in which it is looked for
    @Get("/new")
    Page write(
            String slug,
            @QueryValue(defaultValue = "file") String form,
            @QueryValue(defaultValue = "") String adapts,
            @QueryValue(defaultValue = "") String answers,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        var first = new LinkedHashMap<String, String>();
        first.put("form", form);
        first.put("kind", form.equals("link") ? "link" : "guideline");
        first.put("adapts", adapts);
        Resource original = original(person, adapts);
        if (original != null) {
            first.put("kind", original.details().kind().code());
            first.put("tags", String.join(", ", original.details().tags()));
        }
        first.put("answers", answers);
        return show(person, slug, HttpStatus.OK, Filled.with(first), List.of());
    }

    /// A form with the file itself where no script runs; otherwise with the names of files that
    /// were sent before.
    @Post
    @Consumes(MediaType.ALL)
    Object share(
            String slug, @Nullable @Body InputStream body, HttpRequest<?> request, Viewer viewer)
            throws IOException {
        // Of nobody a file is read before it is known who sends it.
        Viewer.SignedIn person = viewer.signedIn();
        InputStream given = body == null ? InputStream.nullInputStream() : body;
        try (FormWithFile sent = FormWithFile.read(request, given, Uploads.MOST_BYTES)) {
            check(sent.form(), request);
            Form form = sent.form();
            try {
                if (!sent.fileName().isEmpty()) {
                    Upload upload = uploads.take(person, sent.fileName(), sent.file());
                    form = form.and("upload", Ids.text(upload.id()));
                    if (form.optional("title") == null && !form.flag("fill")) {
                        form = sharing.described(person, form, upload);
                        return lookedThrough(person, slug, form);
                    }
                }
                if (form.flag("fill")) {
                    return fill(person, slug, form);
                }
                Optional<Filled> asked =
                        Identified.ask(
                                sharing.named(person, form),
                                () -> communities.bySlug(person, slug).asksIdentifiers());
                if (asked.isPresent()) {
                    return show(
                            person,
                            slug,
                            HttpStatus.OK,
                            asked.get(),
                            sharing.uploads(person, form));
                }
                return onward(person, slug, form, sharing.share(person, slug, form));
            } catch (ProblemException refused) {
                return show(
                        person,
                        slug,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Filled.refused(form, refused),
                        sharing.uploads(person, form));
            }
        }
    }

    private HttpResponse<?> onward(
            Viewer.SignedIn person, String slug, Form form, List<Resource> shared) {
        boolean waits = shared.stream().anyMatch(one -> one.state() == State.QUEUED);
        ResourcePage first = waits ? library.page(person, shared.getFirst().id(), null) : null;
        boolean held = first != null && first.shown().isHeld();
        Discussion request = request(person, form.line("answers"));
        if (request != null && !waits) {
            return answered(person, request, form, shared);
        }
        if (request != null) {
            String words = form.text("answer").strip();
            keep(person, request, words.isEmpty() ? links(shared) : words + "\n\n" + links(shared));
            return pages.goTo(
                    shared.getFirst().path(),
                    held ? "library.shared.held.answer" : "library.shared.waits.answer");
        }
        if (shared.size() == 1 && first != null && held) {
            return first.shown().looked().isOpen()
                    ? pages.goTo(
                            "/r/"
                                    + Ids.text(first.resource().id())
                                    + "/v/"
                                    + first.shown().number()
                                    + "/check",
                            "library.shared.asks")
                    : pages.goTo(first.resource().path(), "library.shared.looking");
        }
        if (held) {
            return pages.goTo("/shared", "library.shared.several.held");
        }
        return shared.size() == 1
                ? pages.goTo(
                        shared.getFirst().path(), waits ? "library.shared.waits" : "library.shared")
                : pages.goTo(
                        "/c/" + slug + "/library",
                        waits ? "library.shared.several.wait" : "library.shared.several");
    }

    /// Who asked for it has her answer with the same deed; where it cannot be posted, whoever
    /// shared it says so herself.
    private HttpResponse<?> answered(
            Viewer.SignedIn person, Discussion request, Form form, List<Resource> shared) {
        String links = links(shared);
        String words = form.text("answer").strip();
        String submission = form.submission();
        try {
            Posted posted =
                    forum.reply(
                            person,
                            request.id(),
                            new NewPost(
                                    words.isEmpty() ? links : words + "\n\n" + links, null, null),
                            submission == null ? null : submission + "-answer");
            return pages.goTo(
                    posted.path(), posted.waits() ? "forum.posted.waits" : "library.shared.answer");
        } catch (ProblemException refused) {
            if (!words.isEmpty()) {
                keep(person, request, words);
            }
            String ids =
                    shared.stream()
                            .map(resource -> Ids.text(resource.id()))
                            .collect(Collectors.joining(","));
            return pages.goTo(
                    "/d/" + Ids.text(request.id()) + "/reply?with=" + ids,
                    "library.shared.unanswered");
        }
    }

    private static String links(List<Resource> shared) {
        return shared.stream()
                .map(resource -> "[[r:" + Ids.text(resource.id()) + "]]")
                .collect(Collectors.joining("\n\n"));
    }

    /// Her words are not lost: they wait in her drafts, where she answers, below what she has begun
    /// there.
    private void keep(Viewer.SignedIn person, Discussion request, String words) {
        var place = new DraftPlace.Answer(request.id(), null);
        try {
            Keeping kept = drafts.keep(person, place, DraftWords.of(words.strip()), 0);
            if (kept instanceof Keeping.Meanwhile(Draft begun)) {
                drafts.keep(person, place, begun.words().and(words.strip()), begun.revision());
            }
        } catch (ProblemException _) {
            // So many drafts lie there that no more are taken: what is shared is shared all the
            // same.
            return;
        }
    }

    /// The request that is answered, where she reads it.
    private @Nullable Discussion request(Viewer.SignedIn person, String id) {
        if (!Ids.isId(id)) {
            return null;
        }
        try {
            return discussions.discussion(person, Ids.parse(id));
        } catch (ProblemException gone) {
            // What is shared is shared all the same.
            return null;
        }
    }

    /// Shares nothing yet: the form comes back with what the file says about itself, to be looked
    /// through.
    ///
    /// @throws ProblemException for what could not be taken anyway
    private Page lookedThrough(Viewer.SignedIn person, String slug, Form form) {
        ResourceForm.details(form, form.line("title"), form.line("kind"));
        return show(
                person,
                slug,
                HttpStatus.OK,
                Filled.of(form.with("said", "yes")),
                sharing.uploads(person, form));
    }

    /// Shares nothing: the form comes back with what the pasted reference says.
    private Page fill(Viewer.SignedIn person, String slug, Form form) {
        Reference pasted = citations.read(form.text("citation"));
        return show(
                person,
                slug,
                HttpStatus.OK,
                Filled.of(ResourceForm.filled(form, pasted)),
                sharing.uploads(person, form));
    }

    private Page show(
            Viewer.SignedIn person,
            String slug,
            HttpStatus status,
            Filled filled,
            List<Upload> sent) {
        String form =
                Map.of("link", "link", "text", "text")
                        .getOrDefault(filled.form().line("form"), "file");
        return rooms.show(
                person,
                slug,
                Capability.SHARE,
                status,
                "library/share",
                community ->
                        new SharePage(
                                community,
                                form,
                                sent,
                                original(person, filled.form().line("adapts")),
                                request(person, filled.form().line("answers")),
                                filled));
    }

    /// What it was made from, where it can be read.
    private @Nullable Resource original(Viewer.SignedIn person, String id) {
        if (!Ids.isId(id)) {
            return null;
        }
        try {
            return library.resource(person, Ids.parse(id));
        } catch (ProblemException gone) {
            // What she wrote comes back all the same, with the sentence at its field.
            return null;
        }
    }

    private void check(Form form, HttpRequest<?> request) {
        if (!csrf.valid(form.optional("csrf"), csrf.subject(request))) {
            throw new ProblemException(new Problem.Forbidden("form.stale"));
        }
    }
}
