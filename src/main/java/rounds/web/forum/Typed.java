package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.forum.Draft;
import rounds.forum.DraftPlace;
import rounds.forum.DraftWords;
import rounds.forum.Written;
import rounds.platform.database.Ids;
import rounds.web.page.Form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a form in which somebody writes has in its fields, as a draft keeps it and as it comes
/// back.
public final class Typed {
    static final String PLACE = "draft-place";
    static final String DRAFT = "draft";
    static final String REVISION = "draft-revision";

    /// What the line beside the words is called in the forms that have one.
    private static final List<String> NOTES = List.of("note", "why");

    /// The name of a submission that is sent once more to another place, and must not post twice.
    static final String PRESSED = "pressed";

    static DraftPlace place(Form form) {
        return DraftPlace.parse(form.line(PLACE));
    }

    static DraftWords words(Form form) {
        return new DraftWords(
                form.line("kind"),
                form.text("title"),
                form.text("tags"),
                form.text("body"),
                form.line("language"),
                number(form, "revision"),
                number(form, "seen"),
                PollForm.words(form),
                form.line("to"),
                NOTES.stream()
                        .map(form::line)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /// The revision it goes on from; 0 where none was saved.
    static int revision(Form form) {
        Integer revision = number(form, REVISION);
        return revision == null ? 0 : revision;
    }

    /// The draft that goes when this form is posted.
    public static @Nullable Written written(Form form) {
        String draft = form.optional(DRAFT);
        return draft == null ? null : new Written(Ids.parse(draft), revision(form));
    }

    static @Nullable Integer number(Form form, String name) {
        String text = form.optional(name);
        return text == null ? null : (Integer) Numbers.of(text);
    }

    /// The fields as the draft has them.
    static Map<String, String> fields(Draft draft) {
        DraftWords words = draft.words();
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", words.kind());
        fields.put("title", words.title());
        fields.put("tags", words.tags());
        fields.put("body", words.body());
        fields.put("language", words.language());
        fields.put("revision", words.madeFrom() == null ? "" : words.madeFrom().toString());
        fields.put("seen", words.seen() == null ? "" : words.seen().toString());
        PollForm.put(words.poll(), fields);
        fields.put("to", words.to());
        NOTES.forEach(name -> fields.put(name, words.note()));
        fields.put(DRAFT, Ids.text(draft.id()));
        fields.put(REVISION, String.valueOf(draft.revision()));
        return fields;
    }

    private Typed() {}
}
