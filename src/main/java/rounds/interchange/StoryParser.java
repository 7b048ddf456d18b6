package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.cases.Facts;
import rounds.cases.FollowUp;
import rounds.cases.Ground;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.PatientView;
import rounds.cases.Result;
import rounds.cases.Section;
import rounds.cases.Setting;
import rounds.cases.Trial;
import rounds.cases.Way;
import rounds.cases.Word;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads the lines of case stories.
final class StoryParser {
    private static final Set<String> STATES = Set.of("visible", "hidden", "queued");
    private static final int LONGEST = 200;
    private static final int MOST_FOLLOW_UPS = 50;
    private static final int MOST_PEOPLE = 20;

    private final UnaryOperator<String> key;
    private final Instant now;

    StoryParser(UnaryOperator<String> key, Instant now) {
        this.key = key;
        this.now = now;
    }

    Line.Story story(Fields fields) {
        Instant created = fields.time("created", now);
        Instant published = fields.time("published", created);
        List<Fields> people = fields.objects(MOST_PEOPLE, "tookPart");
        return new Line.Story(
                key.apply(fields.id("id")),
                Common.ownId(fields),
                key.apply(fields.id("community")),
                key.apply(fields.id("author")),
                Common.title(fields),
                Common.language(fields),
                must(Outcome.codes(), fields, "outcome"),
                may(Setting.codes(), fields, "setting"),
                Words.line(fields.optionalText(LONGEST, "practice"), LONGEST),
                fields.list(Facts.MOST_CONDITIONS, LONGEST, "conditions"),
                Common.tags(fields.list(100, 200, "tags")),
                learning(fields),
                people.stream().map(one -> one.text(LONGEST, "who")).toList(),
                people.stream().map(one -> must(Way.codes(), one, "how")).toList(),
                Words.line(fields.optionalText(LONGEST, "led"), LONGEST),
                may(PatientView.codes(), fields, "patientView"),
                Words.line(fields.optionalText(500, "patientWords"), 500),
                fields.flag(true, "named"),
                fields.flag(false, "membersOnly"),
                Common.visibility(fields),
                fields.oneOf(STATES, "visible", "state"),
                texts(fields, published),
                created,
                fields.time("changed", published),
                published);
    }

    private static List<String> learning(Fields fields) {
        List<String> learning = fields.list(Facts.MOST_LEARNT, Facts.LONGEST_LEARNT, "learning");
        if (learning.isEmpty()) {
            throw new BadLineException("learning is missing");
        }
        return learning;
    }

    private static List<Line.StoryText> texts(Fields fields, Instant published) {
        var texts = new ArrayList<Line.StoryText>();
        var parts = new ArrayList<String>();
        for (Fields part : fields.objects(Part.codes().size(), "parts")) {
            String code = must(Part.codes(), part, "part");
            if (parts.contains(code)) {
                throw new BadLineException("the part \"" + code + "\" stands twice");
            }
            parts.add(code);
            texts.add(
                    new Line.StoryText(code, 0, part.text(Section.LONGEST, "body"), "", published));
        }
        if (!parts.contains(Part.STORY.code())) {
            throw new BadLineException("the part \"story\" is missing");
        }
        for (Fields later : fields.objects(MOST_FOLLOW_UPS, "followUps")) {
            texts.add(
                    new Line.StoryText(
                            "",
                            later.number(0, FollowUp.MOST_MONTHS, "months"),
                            later.text(FollowUp.LONGEST, "body"),
                            "",
                            later.time("at", published)));
        }
        return List.copyOf(texts);
    }

    Line.StoryRight right(Fields fields) {
        String ground = must(Ground.codes(), fields, "ground");
        String ofWhom = Words.line(fields.optionalText(LONGEST, "ofWhom"), LONGEST);
        if (ground.equals("consent_other") && ofWhom.isEmpty()) {
            throw new BadLineException("ofWhom is missing");
        }
        return new Line.StoryRight(
                key.apply(fields.id("story")),
                ground,
                ofWhom,
                day(fields),
                Words.line(fields.optionalText(LONGEST, "reference"), LONGEST),
                fields.time("at", now));
    }

    private static @Nullable LocalDate day(Fields fields) {
        String day = fields.nullableText(10, "on");
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException _) {
            throw new BadLineException("\"" + Said.of(String.valueOf(day)) + "\" is not a day");
        }
    }

    Line.StoryAnswer trial(Fields fields) {
        return new Line.StoryAnswer(
                key.apply(fields.id("story")),
                key.apply(fields.id("person")),
                null,
                must(Result.codes(), fields, "result"),
                must(Setting.codes(), fields, "setting"),
                Words.line(fields.optionalText(Trial.LONGEST_NOTE, "note"), Trial.LONGEST_NOTE),
                fields.time("at", now));
    }

    Line.StoryAnswer word(Fields fields) {
        return new Line.StoryAnswer(
                key.apply(fields.id("story")),
                key.apply(fields.id("person")),
                must(Word.codes(), fields, "word"),
                null,
                null,
                "",
                fields.time("at", now));
    }

    private static String must(List<String> codes, Fields fields, String name) {
        String code = may(codes, fields, name);
        if (code == null) {
            throw new BadLineException(name + " is missing");
        }
        return code;
    }

    private static @Nullable String may(List<String> codes, Fields fields, String name) {
        return fields.oneOf(Set.copyOf(codes), name);
    }
}
