package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.interchange.Mark.Target;
import rounds.platform.database.Ids;
import rounds.topics.Agreement;
import rounds.topics.AgreementState;
import rounds.topics.Pursuit;
import rounds.topics.QuestionState;
import rounds.topics.ShelfEntry;
import rounds.topics.Stance;
import rounds.topics.Suggestion;
import rounds.topics.Summary;
import rounds.topics.TopicQuestion;
import rounds.topics.TopicState;
import rounds.topics.TopicUse;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the lines of focus topics, and of what newcomers read first.
final class TopicParser {
    /// What a summary cites, by an id of the file.
    static final Pattern CITED = Pattern.compile("\\[\\[([dprc]):([\\w.:-]{1,200})(?=[|\\]])");

    /// The column of the how-manieth of them.
    static final String CITES = "cites_";

    private static final Set<String> STATES =
            TopicState.codes().stream()
                    .filter(code -> !code.equals("withdrawn"))
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> QUESTIONS = codes(QuestionState.values());
    private static final Set<String> AGREEMENTS = codes(AgreementState.values());
    private static final Set<String> STANCES = codes(Stance.values());
    private static final Set<String> SUGGESTIONS = Set.of("waiting", "accepted", "declined");
    private static final Set<String> ENTRIES = Set.of("shelved", "suggested");
    private static final int LONGEST_SUMMARY = 100_000;
    private static final int LONGEST_WORDS = 2_000;
    private static final int MOST = 100_000;
    private static final String AT = "at";
    private static final String TOPIC_ID = "topic_id";
    private static final String STATE = "state";
    private static final String PERSON = "person";

    private final UnaryOperator<String> key;
    private final Instant now;

    TopicParser(UnaryOperator<String> key, Instant now) {
        this.key = key;
        this.now = now;
    }

    private static Set<String> codes(Enum<?>[] all) {
        return Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    Line.Topical parse(TopicPart part, Fields fields) {
        Long own = Common.ownId(fields);
        if (part == TopicPart.TOPIC) {
            return topic(fields).line(part, key.apply(fields.id("id")), own);
        }
        Mark mark =
                switch (part) {
                    case TOPIC -> throw new IllegalStateException();
                    case CURATOR, VOTE -> of(fields).to(Target.PERSON, "person_id", must(fields));
                    case SUMMARY -> summary(of(fields), fields);
                    case CITATION -> content(of(fields), fields, true);
                    case SUGGESTION -> suggestion(fields);
                    case ENTRY -> entry(fields);
                    case QUESTION -> question(fields);
                    case AGREEMENT -> agreement(fields);
                    case STANCE -> stance(fields);
                    case GUEST -> guest(fields);
                    case PRACTICE ->
                            of(fields)
                                    .to(Target.PERSON, "person_id", must(fields))
                                    .with(
                                            "note",
                                            Words.line(
                                                    fields.optionalText(
                                                            TopicUse.LONGEST_NOTE, "note"),
                                                    TopicUse.LONGEST_NOTE));
                    case READING ->
                            of(fields)
                                    .to(Target.PERSON, "person_id", must(fields))
                                    .with("number", fields.number(1, MOST, "number"));
                    case START -> start(fields);
                };
        return mark.with(AT, fields.time(AT, now).toString()).line(part, "", own);
    }

    private Mark topic(Fields fields) {
        String state = fields.oneOf(STATES, "proposed", STATE);
        Instant created = fields.time("created", now);
        boolean opened = !Set.of("proposed", "declined").contains(state);
        Instant openedAt = opened ? fields.time("opened", created) : null;
        Instant published = fields.time("published");
        Fields summary = fields.object("summary");
        if (summary == null && Set.of("published", "review").contains(state)) {
            throw new BadLineException("summary is missing");
        }
        Mark mark =
                new Mark()
                        .to(Target.COMMUNITY, "community_id", needed(fields, "community"))
                        .to(Target.PERSON, "proposed_by", needed(fields, "author"))
                        .to(Target.PERSON, "owner_id", optional(fields, "owner"))
                        .to(Target.RESOURCE, "result_id", optional(fields, "result"))
                        .with(STATE, state)
                        .with("title", Common.title(fields))
                        .with("question", line(fields, Pursuit.LONGEST_QUESTION, "question"))
                        .with("why", fields.optionalText(LONGEST_WORDS, "why"))
                        .with("objectives", objectives(fields))
                        .with("tags", Common.tags(fields.list(100, 200, "tags")))
                        .with("language", Common.language(fields))
                        .with("visibility", Common.visibility(fields))
                        .with("starts_on", fields.day("startsOn"))
                        .with("ends_on", fields.day("endsOn"))
                        .with("review_on", fields.day("reviewOn"))
                        .with("ended", fields.optionalText(LONGEST_WORDS, "ended"))
                        .with("proposed_at", created.toString())
                        .with("opened_at", openedAt == null ? null : openedAt.toString())
                        .with("published_at", published == null ? null : published.toString())
                        .with(
                                "changed_at",
                                fields.time(
                                                "changed",
                                                published != null
                                                        ? published
                                                        : openedAt != null ? openedAt : created)
                                        .toString());
        return summary == null
                ? mark
                : summary(mark, summary).with(AT, summary.time(AT, created).toString());
    }

    private static List<String> objectives(Fields fields) {
        return fields.list(Pursuit.MOST_OBJECTIVES, Pursuit.LONGEST_OBJECTIVE, "objectives");
    }

    private Mark summary(Mark mark, Fields fields) {
        String body = fields.text(LONGEST_SUMMARY, "body");
        return citing(mark, body)
                .to(Target.PERSON, "written_by", needed(fields, PERSON))
                .to(Target.PERSON, "suggested_by", optional(fields, "suggestedBy"))
                .with("number", fields.number(1, MOST, "number"))
                .with("body", body)
                .with(
                        "note",
                        Words.line(
                                fields.optionalText(Summary.LONGEST_NOTE, "note"),
                                Summary.LONGEST_NOTE));
    }

    /// What has an id of Rounds is cited as it is, also where it has not come.
    private Mark citing(Mark mark, String body) {
        Matcher cited = CITED.matcher(body);
        int count = 0;
        while (cited.find()) {
            if (!isOurs(cited.group(2))) {
                mark.to(target(cited.group(1)), CITES + count, key.apply(cited.group(2)));
                count++;
            }
        }
        return mark;
    }

    static boolean isOurs(String id) {
        return Ids.isId(id.toLowerCase(Locale.ROOT));
    }

    private static Target target(String kind) {
        return switch (kind) {
            case "d" -> Target.DISCUSSION;
            case "p" -> Target.POST;
            case "r" -> Target.RESOURCE;
            default -> Target.STORY;
        };
    }

    private Mark suggestion(Fields fields) {
        String state = fields.oneOf(SUGGESTIONS, "waiting", STATE);
        Instant at = fields.time(AT, now);
        String body = fields.text(LONGEST_SUMMARY, "body");
        String reason = fields.optionalText(1_000, "reason");
        if (state.equals("declined") && reason.isBlank()) {
            throw new BadLineException("reason is missing");
        }
        return citing(of(fields), body)
                .to(Target.PERSON, "made_by", must(fields))
                .to(Target.PERSON, "decided_by", optional(fields, "decidedBy"))
                .with("base", fields.number(0, MOST, "base"))
                .with("body", body)
                .with("why", fields.optionalText(Suggestion.LONGEST_WHY, "why"))
                .with(STATE, state)
                .with(
                        "decided_at",
                        state.equals("waiting") ? null : fields.time("decided", at).toString())
                .with("reason", reason);
    }

    private Mark entry(Fields fields) {
        return content(of(fields), fields, true)
                .to(Target.PERSON, "added_by", must(fields))
                .with(STATE, fields.oneOf(ENTRIES, "shelved", STATE))
                .with("place", fields.number(1, MOST, "number"))
                .with(
                        "why",
                        Words.line(
                                fields.optionalText(ShelfEntry.LONGEST_WHY, "why"),
                                ShelfEntry.LONGEST_WHY));
    }

    private Mark question(Fields fields) {
        String state = fields.oneOf(QUESTIONS, "open", STATE);
        Instant at = fields.time(AT, now);
        return content(of(fields), fields, false)
                .to(Target.PERSON, "asked_by", must(fields))
                .to(Target.PERSON, "closed_by", optional(fields, "closedBy"))
                .with("words", line(fields, TopicQuestion.LONGEST, "words"))
                .with(STATE, state)
                .with(
                        "answer",
                        Words.line(
                                fields.optionalText(TopicQuestion.LONGEST, "answer"),
                                TopicQuestion.LONGEST))
                .with("place", fields.number(1, MOST, "number"))
                .with(
                        "closed_at",
                        state.equals("open") ? null : fields.time("closed", at).toString());
    }

    private Mark agreement(Fields fields) {
        String state = fields.oneOf(AGREEMENTS, "open", STATE);
        Instant closes = fields.time("closes");
        if (closes == null) {
            throw new BadLineException("closes is missing");
        }
        return of(fields)
                .to(Target.PERSON, "put_by", must(fields))
                .to(Target.PERSON, "closed_by", optional(fields, "closedBy"))
                .with("number", fields.number(1, MOST, "number"))
                .with("statement", fields.text(Agreement.LONGEST, "statement"))
                .with("closes_at", closes.toString())
                .with("closes_on", fields.day("lastDay"))
                .with(STATE, state)
                .with(
                        "closed_at",
                        state.equals("open") ? null : fields.time("closed", closes).toString())
                .with("outcome", fields.optionalText(Agreement.LONGEST_OUTCOME, "outcome"));
    }

    private Mark stance(Fields fields) {
        String stance = fields.oneOf(STANCES, "", "stance");
        if (stance.isEmpty()) {
            throw new BadLineException("stance is missing");
        }
        String reason = fields.optionalText(1_000, "reason");
        if (Stance.of(stance).needsReason() && reason.isBlank()) {
            throw new BadLineException("reason is missing");
        }
        return new Mark()
                .to(
                        Target.AGREEMENT,
                        "agreement_id",
                        needed(fields, "topic") + "#" + fields.number(1, MOST, "number"))
                .to(Target.PERSON, "person_id", must(fields))
                .with("stance", stance)
                .with("reason", reason);
    }

    private Mark guest(Fields fields) {
        Instant at = fields.time(AT, now);
        String by = optional(fields, "acceptedBy");
        Instant accepted = fields.time("accepted");
        return of(fields)
                .to(Target.COMMUNITY, "guest_id", needed(fields, "community"))
                .to(Target.PERSON, "offered_by", must(fields))
                .to(Target.PERSON, "accepted_by", by)
                .with(
                        "accepted_at",
                        accepted != null ? accepted.toString() : by == null ? null : at.toString());
    }

    private Mark start(Fields fields) {
        if (fields.optionalId("post") != null) {
            throw new BadLineException("it must name one of discussion, resource, story");
        }
        return content(new Mark(), fields, true)
                .to(Target.COMMUNITY, "community_id", needed(fields, "community"))
                .to(Target.PERSON, "added_by", must(fields))
                .with("place", fields.number(1, MOST, "number"))
                .with("why", line(fields, ShelfEntry.LONGEST_WHY, "why"))
                .with("visibility", Common.visibility(fields));
    }

    private Mark of(Fields fields) {
        return new Mark().to(Target.TOPIC, TOPIC_ID, needed(fields, "topic"));
    }

    private Mark content(Mark mark, Fields fields, boolean needed) {
        String discussion = optional(fields, "discussion");
        String post = optional(fields, "post");
        String resource = optional(fields, "resource");
        String story = optional(fields, "story");
        long named = Stream.of(discussion, post, resource, story).filter(Objects::nonNull).count();
        if (named > 1 || (needed && named == 0)) {
            throw new BadLineException("it must name one of discussion, post, resource, story");
        }
        return mark.to(Target.DISCUSSION, "content_id", discussion)
                .to(Target.POST, "content_id", post)
                .to(Target.RESOURCE, "content_id", resource)
                .to(Target.STORY, "content_id", story)
                .with(
                        "content_type",
                        discussion != null
                                ? "discussion"
                                : post != null
                                        ? "post"
                                        : resource != null
                                                ? "resource"
                                                : story != null ? "case_story" : null);
    }

    private static String line(Fields fields, int longest, String name) {
        String line = Words.line(fields.text(longest, name), longest);
        if (line.isEmpty()) {
            throw new BadLineException(name + " is empty");
        }
        return line;
    }

    private String must(Fields fields) {
        return needed(fields, PERSON);
    }

    private String needed(Fields fields, String name) {
        return key.apply(fields.id(name));
    }

    private @Nullable String optional(Fields fields, String name) {
        String id = fields.optionalId(name);
        return id == null ? null : key.apply(id);
    }
}
