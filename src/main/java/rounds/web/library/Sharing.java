package rounds.web.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.FileCheck;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Resource;
import rounds.library.Said;
import rounds.library.Upload;
import rounds.library.Uploads;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;
import rounds.web.page.Form;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the form by which something is put into the library: one link, one text, or one or more
/// files, each with a title of its own and the rest in common.
@Singleton
class Sharing {
    /// The box by which she says that no patient can be seen in what has no text.
    static final String VOUCHED = "vouched";

    /// Most files have been looked at after a second or two; who sends a large one is not kept.
    private static final Duration LOOKED_AT = Duration.ofSeconds(5);

    private final Library library;
    private final FileCheck check;
    private final Uploads uploads;

    Sharing(Library library, FileCheck check, Uploads uploads) {
        this.library = library;
        this.check = check;
        this.uploads = uploads;
    }

    /// The files of the form that are here whole.
    List<Upload> uploads(Viewer.SignedIn person, Form form) {
        List<Long> ids = form.all("upload").stream().map(Ids::parse).toList();
        return ids.isEmpty() ? List.of() : uploads.whole(person, ids);
    }

    /// The form with the names of its files, which others read, too.
    Form named(Viewer.SignedIn person, Form form) {
        String names =
                uploads(person, form).stream().map(Upload::name).collect(Collectors.joining("\n"));
        return names.isEmpty() ? form.without("file-name") : form.with("file-name", names);
    }

    /// The form with what its file says about itself, where nothing was entered.
    Form described(Viewer.SignedIn person, Form form, Upload upload) throws IOException {
        Said said = uploads.said(person, upload.id());
        String id = Ids.text(upload.id());
        return form.with("title-" + id, or(form.optional("title"), said.title()))
                .with(
                        "authors-" + id,
                        or(form.optional("authors"), String.join("\n", said.authors())))
                .with("language-" + id, or(form.optional("language"), said.language()));
    }

    /// @return what was shared, in the order of the form
    /// @throws ProblemException invalid, before anything is shared: a title is asked for as
    ///   `title-` and the id of its file
    List<Resource> share(Viewer.SignedIn person, String slug, Form form) {
        return switch (form.line("form")) {
            case "link" -> one(person, slug, form, new Material.Link(form.line("url")));
            case "text" -> one(person, slug, form, new Material.Text(form.text("body")));
            default -> lookedAt(person, files(person, slug, form));
        };
    }

    /// The same as they are once their files have been looked at.
    private List<Resource> lookedAt(Viewer.SignedIn person, List<Resource> shared) {
        awaitLooks(person, shared.stream().map(Resource::id).toList());
        return shared.stream().map(one -> library.resource(person, one.id())).toList();
    }

    /// Gives small files the time to be looked at.
    void awaitLooks(Viewer.SignedIn person, List<Long> resources) {
        try {
            check.await(person, resources, LOOKED_AT);
        } catch (InterruptedException _) {
            // The server ends; the files are looked at by the next one.
            Thread.currentThread().interrupt();
        }
    }

    private List<Resource> one(Viewer.SignedIn person, String slug, Form form, Material material) {
        return List.of(
                library.share(
                        person,
                        slug,
                        ResourceForm.details(form, form.line("title"), form.line("kind")),
                        material,
                        form.submission()));
    }

    private List<Resource> files(Viewer.SignedIn person, String slug, Form form) {
        List<Upload> sent = uploads(person, form);
        if (sent.isEmpty()) {
            throw ProblemException.invalid("file", "library.file.missing");
        }
        requireOwn(sent, form);
        var shared = new ArrayList<Resource>();
        for (Upload upload : sent) {
            String id = Ids.text(upload.id());
            shared.add(
                    library.share(
                            person,
                            slug,
                            ResourceForm.details(
                                    own(form, id),
                                    title(upload, form),
                                    or(form.optional("kind-" + id), form.line("kind"))),
                            new Material.File(upload.id(), form.flag(VOUCHED)),
                            submission(form, id)));
        }
        return shared;
    }

    /// What is said of one file, and not of all.
    private static Form own(Form form, String id) {
        Form own = form;
        for (String field : List.of("authors", "language")) {
            own = form.flag(field + "-" + id) ? own.with(field, form.text(field + "-" + id)) : own;
        }
        return own;
    }

    private static void requireOwn(List<Upload> sent, Form form) {
        List<Problem.Field> unusable =
                sent.stream().flatMap(upload -> unusable(upload, form)).toList();
        if (!unusable.isEmpty()) {
            throw new ProblemException(new Problem.Invalid(unusable));
        }
    }

    private static Stream<Problem.Field> unusable(Upload upload, Form form) {
        String id = Ids.text(upload.id());
        var fields = new ArrayList<Problem.Field>();
        if (title(upload, form).isEmpty()) {
            fields.add(
                    new Problem.Field(
                            form.flag("title-" + id) ? "title-" + id : "title",
                            "forum.title.missing"));
        }
        String language = form.line("language-" + id);
        if (!language.isEmpty() && !Entry.isLanguage(language)) {
            fields.add(new Problem.Field("language-" + id, "forum.language.unknown"));
        }
        return fields.stream();
    }

    /// Where no script runs there is one field for the title, and nobody is made to fill it in: the
    /// file's name will do.
    private static String title(Upload upload, Form form) {
        String own = "title-" + Ids.text(upload.id());
        if (form.flag(own)) {
            return form.line(own);
        }
        return or(form.optional("title"), Said.named(upload.name()));
    }

    private static String or(@Nullable String one, String other) {
        return one == null ? other : one;
    }

    private static @Nullable String submission(Form form, String id) {
        String key = form.submission();
        return key == null ? null : key + "-" + id;
    }
}
