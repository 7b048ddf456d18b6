package rounds.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A form that could not be taken for a reason that has nothing to do with its words: its token was
/// too old, the person was signed out meanwhile, or the database could not be reached. The words
/// are shown again, to be sent again.
///
/// @param action where they go
/// @param words the longest text among them, to be read and copied
/// @param why the message that says what happened
/// @param signIn whether she must sign in first
public record Again(String action, List<Field> fields, String words, String why, boolean signIn) {
    static final String FORM = "rounds.form";
    static final String STALE = "form.stale";

    /// One thing that was entered or pressed.
    public record Field(String name, String value) {}

    /// The form of that request, if it has one and this trouble is of that kind.
    static @Nullable Again of(HttpRequest<?> request, Trouble trouble) {
        boolean signIn = trouble.status() == HttpStatus.UNAUTHORIZED;
        Form form = request.getAttribute(FORM, Form.class).orElse(null);
        boolean busy = trouble.status() == HttpStatus.SERVICE_UNAVAILABLE;
        if (form == null || !(signIn || busy || STALE.equals(trouble.why()))) {
            return null;
        }
        // What needs its password again is filled in anew.
        if (busy && form.fields().keySet().stream().anyMatch(name -> name.contains("password"))) {
            return null;
        }
        List<Field> fields =
                form.fields().entrySet().stream()
                        .filter(field -> kept(field.getKey()))
                        .flatMap(field ->
                                field.getValue().stream()
                                        .map(value -> new Field(field.getKey(), value)))
                        .toList();
        String why = signIn ? "again.signed-out" : busy ? "again.busy" : "again.stale";
        return new Again(request.getUri().toString(), fields, longest(fields), why, signIn);
    }

    // A password is typed again, never written into a page.
    private static boolean kept(String name) {
        return !name.equals("csrf") && !name.contains("password");
    }

    private static String longest(List<Field> fields) {
        return fields.stream()
                .filter(field -> !field.name().equals("submission"))
                .map(Field::value)
                .reduce(
                        "",
                        (longest, value) -> value.length() > longest.length() ? value : longest);
    }
}
