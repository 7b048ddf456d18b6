package rounds.web.page;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.entry.Tongue;
import rounds.platform.phi.Passage;
import rounds.platform.phi.Widening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A passage in a form that could tell who a patient is, as often as it stands in its field.
///
/// @param row its number on the page, from 1
/// @param places at least one; they read the same
public record Identified(int row, String field, List<Passage> places) {
    /// The field in which whoever wrote it says that she has looked: it holds the [#print] of what
    /// she looked at, so that what is typed afterwards is asked about, too.
    public static final String LOOKED = "identified";

    /// The button that says a passage more broadly: its field, row and choice.
    public static final String WIDEN = "widen";

    /// What others will read.
    private static final Set<String> FIELDS =
            Set.of(
                    "title",
                    "body",
                    "question",
                    "why",
                    "objectives",
                    "tags",
                    "description",
                    "abstract",
                    "abstractText",
                    "adaptation",
                    "keywords",
                    "note",
                    "statement",
                    "outcome",
                    "answer",
                    "poll-question",
                    "poll-options",
                    "file-name");

    /// Before the id of a file, where several are named in one form.
    private static final String TITLE_OF = "title-";

    /// What is found by its name has no other: it is changed by hand.
    private static final Set<String> NAMES = Set.of("tags", "keywords", "file-name");

    /// Behind the name of whoever is quoted, as our own link to the post writes it.
    private static final Pattern QUOTED = Pattern.compile(", \\d+]\\(/p/");

    /// So much is shown at once; when that is changed, what is left comes.
    static final int MOST = 50;

    /// Words that may stand in place of a passage, with the number that chooses them; empty: it is
    /// left out.
    public record Choice(int number, String words) {}

    public Passage first() {
        return places.getFirst();
    }

    public int times() {
        return places.size();
    }

    /// Whether all that is offered is to leave it out: the words around it say enough.
    public boolean isLeftOut() {
        return choices().stream().allMatch(one -> one.words().isEmpty());
    }

    /// For all its places: where one offers fewer, its last words go with the rest.
    public List<Choice> choices() {
        List<Widening> offers =
                places.stream()
                        .map(Passage::widenings)
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow();
        return IntStream.range(0, offers.size())
                .mapToObj(at -> new Choice(at, offers.get(at).words()))
                .toList();
    }

    /// What the check asks about in a form, each passage once a field.
    public static List<Identified> in(Form form) {
        String language = language(form);
        var found = new ArrayList<Map.Entry<String, Passage>>();
        for (String field : form.fields().keySet()) {
            if (FIELDS.contains(field) || field.startsWith(TITLE_OF)) {
                passages(field, form.text(field), language).stream()
                        .filter(one -> !QUOTED.matcher(one.after()).lookingAt())
                        .forEach(one -> found.add(Map.entry(field, one)));
            }
        }
        return once(found);
    }

    private static List<Passage> passages(String field, String text, String language) {
        if (field.equals("file-name")) {
            return Passage.inFileNames(text);
        }
        return NAMES.contains(field) ? Passage.inNames(text) : Passage.in(text, language);
    }

    /// Passages with their fields, those of one field that read the same together.
    public static List<Identified> once(List<Map.Entry<String, Passage>> found) {
        var places = new LinkedHashMap<List<String>, List<Passage>>();
        for (Map.Entry<String, Passage> one : found) {
            places.computeIfAbsent(
                            List.of(one.getKey(), one.getValue().text()), _ -> new ArrayList<>())
                    .add(one.getValue());
        }
        var rows = new ArrayList<Identified>();
        places.forEach((key, same) ->
                rows.add(new Identified(rows.size() + 1, key.getFirst(), List.copyOf(same))));
        return List.copyOf(rows);
    }

    /// What a form that was sent is answered with instead of being taken: its words, with what is
    /// asked about, or said more broadly as its button wants. Empty: it may be taken.
    ///
    /// @param wanted whether likely passages are asked about here; asked only where there are some
    public static Optional<Filled> ask(Form form, BooleanSupplier wanted) {
        Form now = form.flag(WIDEN) ? widened(form) : form;
        List<Identified> found = in(now);
        boolean asks = !found.isEmpty() && wanted.getAsBoolean();
        boolean never = found.stream().anyMatch(one -> one.first().certain());
        if (never || (asks && !now.line(LOOKED).equals(print(found)))) {
            return Optional.of(asks ? Filled.asking(now) : Filled.refusing(now));
        }
        // Said more broadly, and looked at once more before it goes.
        return form.flag(WIDEN) ? Optional.of(Filled.of(now.with(WIDEN, ""))) : Optional.empty();
    }

    /// Asks a program as [#ask] asks a person: it is refused with the passages, and with what says
    /// that they were looked at. A certain one refuses itself where nobody is asked.
    ///
    /// @param sent its words, in the fields of our forms; in [#LOOKED] what it was answered with
    /// @throws ProblemException identifying
    public static void require(Form sent, BooleanSupplier wanted) {
        List<Identified> found = in(sent);
        String looked = looked(found);
        boolean said = !looked.isEmpty() && sent.line(LOOKED).equals(looked);
        if (!found.isEmpty() && !said && wanted.getAsBoolean()) {
            throw new ProblemException(
                    new Problem.Identifying(
                            found.stream().limit(MOST).map(Identified::asked).toList(), looked));
        }
    }

    private Problem.Passage asked() {
        Passage passage = first();
        return new Problem.Passage(
                field,
                passage.text(),
                passage.kind().code(),
                passage.certain(),
                choices().stream().map(Choice::words).toList());
    }

    /// What says that exactly these were looked at; empty where one of them can never be sent, or
    /// where they are too many to be shown.
    static String looked(List<Identified> found) {
        boolean never = found.stream().anyMatch(one -> one.first().certain());
        return never || found.size() > MOST ? "" : print(found);
    }

    private static String language(Form form) {
        String said = form.line("language");
        return said.isEmpty()
                ? Tongue.of(form.text("title") + "\n" + form.text("body"), "en")
                : said;
    }

    /// By which one knows whether the same passages were looked at.
    static String print(List<Identified> asked) {
        return Integer.toHexString(
                asked.stream()
                        .map(one -> List.of(one.field, one.first().text()))
                        .toList()
                        .hashCode());
    }

    /// The form with one passage said more broadly, as its button asks; the same where that stands
    /// there no more.
    private static Form widened(Form form) {
        List<String> asked = List.of(form.line(WIDEN).split("\\.", -1));
        for (Identified one : in(form)) {
            for (Choice choice : one.choices()) {
                if (asked.equals(one.button(choice))) {
                    String text = form.text(one.field);
                    return form.with(one.field, Passage.widened(text, one.places, choice.number()))
                            .without(WIDEN);
                }
            }
        }
        return form.without(WIDEN);
    }

    private List<String> button(Choice choice) {
        return List.of(field, String.valueOf(row), String.valueOf(choice.number()));
    }
}
