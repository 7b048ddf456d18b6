package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.Authority;
import rounds.cases.BegunEdit;
import rounds.cases.CaseStory;
import rounds.cases.Confirmation;
import rounds.cases.Facts;
import rounds.cases.Fate;
import rounds.cases.Ground;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.Participant;
import rounds.cases.PatientView;
import rounds.cases.Setting;
import rounds.cases.Way;
import rounds.kernel.ProblemException;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The forms in which a story is written: what they start with, and what was entered.
final class StoryForm {
    /// Says that a form was looked at already, and is to be asked about as it stands.
    static final String LOOKED_AT = "looked-at";

    /// The field that holds the revision of what was begun of an edit.
    static final String KEPT = "kept";

    /// Before the code of the part of which a second reader says something.
    private static final String NOTE = "note-";

    /// What is entered beside the parts.
    private static final Pattern ENTERED =
            Pattern.compile(
                    "title|language|outcome|setting|practice|conditions|tags|learning|led|patient_view|patient_words|named|members_only|(?:who|how)-\\d{1,2}");

    /// So many people can be named at once; whoever needs more saves, and goes on.
    static final int ROWS = 3;

    /// What stands in a story now.
    static Filled filled(CaseStory story) {
        Facts facts = story.facts();
        var values = new LinkedHashMap<String, String>();
        for (Part part : Part.values()) {
            story.section(part)
                    .ifPresent(section -> {
                        values.put(part.code(), section.body());
                        values.put(seen(part), String.valueOf(section.revision()));
                    });
        }
        values.put("revision", String.valueOf(story.revision()));
        values.put("title", facts.title());
        values.put("language", facts.language());
        values.put("outcome", facts.outcome() == null ? "" : facts.outcome().code());
        values.put("setting", facts.setting() == null ? "" : facts.setting().code());
        values.put("practice", facts.practice());
        values.put("conditions", String.join(", ", facts.conditions()));
        values.put("tags", String.join(", ", facts.tags()));
        values.put("learning", String.join("\n", facts.learning()));
        values.put("led", facts.led());
        values.put("patient_view", facts.patientView() == null ? "" : facts.patientView().code());
        values.put("patient_words", facts.patientWords());
        values.put("named", facts.named() ? "yes" : "no");
        values.put("members_only", facts.membersOnly() ? "yes" : "no");
        for (int i = 0; i < facts.tookPart().size(); i++) {
            values.put("who-" + (i + 1), facts.tookPart().get(i).who());
            values.put("how-" + (i + 1), facts.tookPart().get(i).how().code());
        }
        return Filled.with(values);
    }

    /// The same of what was begun to be changed in it.
    static Filled filled(CaseStory story, BegunEdit begun) {
        var values = new LinkedHashMap<>(begun.entered());
        values.put("revision", String.valueOf(story.revision()));
        values.put(KEPT, String.valueOf(begun.revision()));
        return Filled.with(values);
    }

    /// What was entered in an edit, as it is kept before it is saved.
    static Map<String, String> entered(Form form) {
        var entered = new LinkedHashMap<String, String>();
        form.fields().keySet().stream()
                .filter(name -> Part.isCode(name) || ENTERED.matcher(name).matches())
                .forEach(name -> entered.put(name, form.text(name)));
        return entered;
    }

    /// The same with what is known of its authority.
    static Filled filled(Authority authority) {
        return Filled.with(
                Map.of(
                        "ground", authority.ground().code(),
                        "of_whom", authority.ofWhom(),
                        "on", authority.on() == null ? "" : authority.on().toString(),
                        "reference", authority.reference()));
    }

    /// The field that holds the revision of a part from which its words go on.
    static String seen(Part part) {
        return "seen-" + part.code();
    }

    static int number(Form form, String field) {
        String given = form.line(field);
        return given.matches("\\d{1,9}") ? Integer.parseInt(given) : 0;
    }

    static Map<Part, String> parts(Form form) {
        var parts = new EnumMap<Part, String>(Part.class);
        Arrays.stream(Part.values())
                .filter(part -> form.flag(part.code()))
                .forEach(part -> parts.put(part, form.text(part.code())));
        return parts;
    }

    /// Why passages name nobody, in the rows of an edit that was refused; an empty one says
    /// nothing.
    static List<Confirmation> confirming(Form form) {
        return form.fields().keySet().stream()
                .filter(name -> name.matches("reason-\\d{1,3}"))
                .map(name -> name.substring("reason-".length()))
                .filter(row -> !form.line("reason-" + row).isEmpty())
                .map(row ->
                        new Confirmation(
                                form.line("field-" + row),
                                form.text("passage-" + row),
                                form.line("reason-" + row)))
                .toList();
    }

    /// Why a passage names nobody, as it was entered beside it; may be empty.
    static String reason(Form form, String field, String passage) {
        if (form.line("field").equals(field) && form.text("passage").equals(passage)) {
            return form.line("reason");
        }
        return confirming(form).stream()
                .filter(one -> one.field().equals(field) && one.passage().equals(passage))
                .map(Confirmation::reason)
                .findFirst()
                .orElse("");
    }

    /// The parts of a story of which a second reader can say something by itself, and its facts.
    static List<String> noted(CaseStory story) {
        return Stream.concat(
                        story.sections().stream()
                                .filter(one -> !one.body().isBlank())
                                .map(one -> one.part().code()),
                        Stream.of(Fate.KNOWN))
                .toList();
    }

    /// What a second reader says of single parts, by their codes.
    static Map<String, String> notes(Form form) {
        var notes = new LinkedHashMap<String, String>();
        form.fields().keySet().stream()
                .filter(name -> name.startsWith(NOTE))
                .forEach(name -> notes.put(name.substring(NOTE.length()), form.text(name)));
        return notes;
    }

    static Facts facts(Form form) {
        String outcome = form.line("outcome");
        String setting = form.line("setting");
        String asked = form.line("patient_view");
        return new Facts(
                form.line("title"),
                form.line("language"),
                outcome.isEmpty() ? null : Outcome.of(outcome),
                setting.isEmpty() ? null : Setting.of(setting),
                form.line("practice"),
                listed(form.text("conditions"), "[,;\n]"),
                listed(form.text("tags"), "[,;\n]"),
                listed(form.text("learning"), "\n"),
                people(form),
                form.line("led"),
                asked.isEmpty() ? null : PatientView.of(asked),
                form.line("patient_words"),
                !form.line("named").equals("no"),
                form.line("members_only").equals("yes"));
    }

    private static List<String> listed(String entered, String between) {
        return Arrays.stream(entered.split(between, -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static List<Participant> people(Form form) {
        var people = new ArrayList<Participant>();
        for (String field :
                form.fields().keySet().stream()
                        .filter(name -> name.matches("who-\\d{1,2}"))
                        .toList()) {
            String who = form.line(field);
            if (!who.isEmpty()) {
                String how = form.line("how-" + field.substring("who-".length()));
                people.add(new Participant(who, how.isEmpty() ? Way.CONSULTATION : Way.of(how)));
            }
        }
        return people;
    }

    /// @throws ProblemException invalid
    static Authority authority(Form form) {
        String ground = form.line("ground");
        if (ground.isEmpty()) {
            throw ProblemException.invalid("ground", "cases.missing.authority");
        }
        return new Authority(
                Ground.of(ground),
                form.line("of_whom"),
                day(form.line("on")),
                form.line("reference"));
    }

    private static @Nullable LocalDate day(String entered) {
        try {
            return entered.isEmpty() ? null : LocalDate.parse(entered);
        } catch (DateTimeParseException _) {
            throw ProblemException.invalid("on", "cases.authority.on.unusable");
        }
    }

    private StoryForm() {}
}
