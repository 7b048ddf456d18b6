package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.library.Arranging.Step;
import rounds.library.CollectionWords;
import rounds.library.LibraryCollection;
import rounds.platform.database.Ids;
import rounds.web.page.Form;

import java.util.LinkedHashMap;
import java.util.Map;

/// The fields of the forms about collections.
final class CollectionForm {

    static CollectionWords words(Form form) {
        String parent = form.optional("parent");
        return new CollectionWords(
                form.line("title"),
                form.text("description"),
                form.line("language"),
                parent == null ? null : Ids.parse(parent));
    }

    static Map<String, String> filled(LibraryCollection collection) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", collection.title());
        fields.put("description", collection.source());
        fields.put("language", collection.language());
        LibraryCollection.Parent parent = collection.parent();
        fields.put("parent", parent == null ? "" : Ids.text(parent.id()));
        fields.put("revision", String.valueOf(collection.revision()));
        return fields;
    }

    /// Where something is moved: by a button `up` or `down`, by drag `before` or `after` what is
    /// named in `beside`.
    static Step step(Form form) {
        return switch (form.line("to")) {
            case "up" -> new Step.Up();
            case "down" -> new Step.Down();
            case "before" -> new Step.Before(form.id("beside"));
            case "after" -> new Step.After(form.id("beside"));
            default -> throw ProblemException.invalid("to", "form.malformed");
        };
    }

    /// A number that the form carries; absent where it is none.
    static @Nullable Integer number(Form form, String name) {
        String given = form.line(name);
        return given.matches("\\d{1,9}") ? Integer.valueOf(given) : null;
    }

    private CollectionForm() {}
}
