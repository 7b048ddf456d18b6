package rounds.web.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Resource;
import rounds.library.Upload;
import rounds.library.Uploads;
import rounds.platform.database.Ids;
import rounds.web.page.Form;

import java.util.ArrayList;
import java.util.List;

/// Reads the form by which something is put into the library: one link, one text, or one or more
/// files, each with a title of its own and the rest in common.
@Singleton
class Sharing {
    private final Library library;
    private final Uploads uploads;

    Sharing(Library library, Uploads uploads) {
        this.library = library;
        this.uploads = uploads;
    }

    /// The files of the form that are here whole.
    List<Upload> uploads(Viewer.SignedIn person, Form form) {
        List<Long> ids = form.all("upload").stream().map(Ids::parse).toList();
        return ids.isEmpty() ? List.of() : uploads.whole(person, ids);
    }

    /// @return what was shared, in the order of the form
    /// @throws ProblemException invalid, before anything is shared: a title is asked for as
    ///   `title-` and the id of its file
    List<Resource> share(Viewer.SignedIn person, String slug, Form form) {
        return switch (form.line("form")) {
            case "link" -> one(person, slug, form, new Material.Link(form.line("url")));
            case "text" -> one(person, slug, form, new Material.Text(form.text("body")));
            default -> files(person, slug, form);
        };
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
        requireTitles(sent, form);
        var shared = new ArrayList<Resource>();
        for (Upload upload : sent) {
            String id = Ids.text(upload.id());
            shared.add(
                    library.share(
                            person,
                            slug,
                            ResourceForm.details(
                                    form,
                                    title(upload, form),
                                    or(form.optional("kind-" + id), form.line("kind"))),
                            new Material.File(upload.id()),
                            submission(form, id)));
        }
        return shared;
    }

    private static void requireTitles(List<Upload> sent, Form form) {
        List<Problem.Field> missing =
                sent.stream()
                        .filter(upload -> title(upload, form).isEmpty())
                        .map(upload ->
                                new Problem.Field(
                                        form.flag("title-" + Ids.text(upload.id()))
                                                ? "title-" + Ids.text(upload.id())
                                                : "title",
                                        "forum.title.missing"))
                        .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(new Problem.Invalid(missing));
        }
    }

    /// Where no script runs there is one field for the title, and nobody is made to fill it in: the
    /// file's name will do.
    private static String title(Upload upload, Form form) {
        String own = "title-" + Ids.text(upload.id());
        if (form.flag(own)) {
            return form.line(own);
        }
        return or(form.optional("title"), named(upload.name()));
    }

    /// A title from the name of a file: without its ending, with blanks for hyphens and underlines.
    static String named(String name) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replaceAll("[_-]+", " ").strip();
    }

    private static String or(@Nullable String one, String other) {
        return one == null ? other : one;
    }

    private static @Nullable String submission(Form form, String id) {
        String key = form.submission();
        return key == null ? null : key + "-" + id;
    }
}
