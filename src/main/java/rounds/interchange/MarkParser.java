package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.forum.NewPoll;
import rounds.interchange.Mark.Target;
import rounds.interchange.Mark.Vote;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Reads a line that says something about what others bring.
final class MarkParser {
    private static final Pattern SEEN =
            Pattern.compile("[0-9]{1,8}(-[0-9]{1,8})?(,[0-9]{1,8}(-[0-9]{1,8})?){0,499}");
    private static final String AT = "at";
    private static final String POST_ID = "post_id";
    private static final int MOST_VOTES = 100_000;

    private final UnaryOperator<String> key;
    private final Instant now;
    private final SearchParser searches;

    /// @param key makes the key of an id in the file
    MarkParser(UnaryOperator<String> key, Instant now) {
        this.key = key;
        this.now = now;
        this.searches = new SearchParser(key, now);
    }

    Line.Mark parse(MarkKind kind, Fields fields) {
        Mark mark =
                switch (kind) {
                    case TAG -> tag(fields);
                    case INTRODUCTION -> introduction(fields);
                    case REVISION -> revision(fields);
                    case REACTION -> reaction(fields);
                    case HELPED -> helped(fields);
                    case MOVED -> moved(fields);
                    case POLL -> poll(fields);
                    case BALLOT -> ballot(fields);
                    case WATCH -> watch(fields);
                    case BOOKMARK -> bookmark(fields);
                    case REFUSAL -> refusal(fields);
                    case CAUGHT_UP -> caughtUp(fields);
                    case READ -> read(fields);
                    case SAVED_SEARCH -> searches.search(fields);
                };
        return mark.line(kind);
    }

    private Mark tag(Fields fields) {
        String name = Common.tag(fields.text(200, "name"));
        String main = Common.optionalTag(fields.nullableText(200, "synonymOf"));
        if (name.equals(main)) {
            throw new BadLineException("a tag is no synonym of itself");
        }
        return new Mark()
                .to(Target.COMMUNITY, "community_id", needed(fields, "community"))
                .with("name", name)
                .with("description", fields.optionalText(500, "description"))
                .with("main", main)
                .with("visibility", fields.oneOf(Codes.VISIBILITIES, "visibility"));
    }

    private Mark introduction(Fields fields) {
        return new Mark()
                .to(Target.COMMUNITY, "community_id", needed(fields, "community"))
                .to(Target.PERSON, "person_id", needed(fields, "person"))
                .with("who", fields.text(300, "who"))
                .with("hopes", fields.optionalText(300, "hopes"))
                .with(AT, at(fields));
    }

    private Mark revision(Fields fields) {
        return new Mark()
                .to(Target.POST, "post_id", needed(fields, "post"))
                .to(Target.PERSON, "written_by", needed(fields, "author"))
                .with("revision", fields.number(1, 1_000_000, "revision"))
                .with("title", fields.nullableText(200, "title"))
                .with("body", fields.text(Common.LONGEST_BODY, "body"))
                .with(AT, at(fields));
    }

    private Mark reaction(Fields fields) {
        String kind = fields.oneOf(Codes.REACTIONS, "kind");
        if (kind == null) {
            throw new BadLineException("kind is missing");
        }
        String outcome = fields.oneOf(Codes.OUTCOMES, "outcome");
        if (kind.equals("tried") != (outcome != null)) {
            throw new BadLineException("what was tried, and that alone, has an outcome");
        }
        boolean same = kind.equals("same");
        return new Mark()
                .to(Target.POST, "post_id", needed(fields, "post"))
                .to(Target.PERSON, "person_id", needed(fields, "person"))
                .to(Target.COMMUNITY, "for_community", same ? optional(fields, "community") : null)
                .with("kind", kind)
                .with("outcome", outcome)
                .with("note", outcome == null ? "" : fields.optionalText(300, "note"))
                .with("place", same ? fields.optionalText(100, "organisation") : "")
                .with(AT, at(fields));
    }

    private Mark helped(Fields fields) {
        return new Mark()
                .to(Target.POST, "post_id", needed(fields, "post"))
                .to(Target.PERSON, "marked_by", needed(fields, "person"))
                .with("passage", fields.optionalText(1000, "passage"))
                .with("why", fields.optionalText(300, "why"))
                .with(AT, at(fields));
    }

    private Mark moved(Fields fields) {
        return new Mark()
                .to(Target.DISCUSSION, "discussion_id", needed(fields, "discussion"))
                .to(Target.POST, "post_id", needed(fields, "post"))
                .with("number", fields.number(1, 10_000_000, "number"));
    }

    private Mark poll(Fields fields) {
        String kind = fields.oneOf(Codes.POLL_KINDS, "kind");
        String results = fields.oneOf(Codes.POLL_RESULTS, "results");
        List<String> options = fields.list(NewPoll.MOST_OPTIONS, 200, "options");
        if (options.size() < 2 || options.stream().anyMatch(String::isBlank)) {
            throw new BadLineException("it must have at least two options, each with words");
        }
        int most = fields.number(0, NewPoll.MOST_OPTIONS, "most");
        if (most == 1 || (most > 0 && !"several".equals(kind))) {
            throw new BadLineException("most is of a poll of several, and at least 2");
        }
        List<Vote> votes =
                fields.objects(MOST_VOTES, "votes").stream()
                        .map(vote -> vote(vote, options.size()))
                        .toList();
        if (votes.stream().mapToLong(Vote::count).sum() > MOST_VOTES) {
            throw new BadLineException("votes are more than " + MOST_VOTES);
        }
        return new Mark()
                .to(Target.POST, POST_ID, needed(fields, "post"))
                .to(Target.PERSON, "ended_by", optional(fields, "endedBy"))
                .with("question", fields.text(300, "question"))
                .with("kind", kind == null ? "single" : kind)
                .with("most", most == 0 ? null : most)
                .with("open", fields.flag(false, "open"))
                .with("results", results == null ? "always" : results)
                .with("options", options)
                .with("ends_at", text(fields.time("ends")))
                .with("ended_at", text(fields.time("ended")))
                .with("votes", votes)
                .with(AT, at(fields));
    }

    private static Vote vote(Fields fields, int options) {
        return new Vote(choices(fields, options), fields.number(1, MOST_VOTES, "count"));
    }

    private Mark ballot(Fields fields) {
        return new Mark()
                .to(Target.OPEN_POLL, POST_ID, needed(fields, "post"))
                .to(Target.PERSON, "person_id", needed(fields, "person"))
                .with("choices", choices(fields, NewPoll.MOST_OPTIONS))
                .with(AT, at(fields));
    }

    private static List<Integer> choices(Fields fields, int options) {
        List<Integer> choices = fields.numbers(NewPoll.MOST_OPTIONS, 1, options, "choices");
        if (choices.isEmpty() || choices.stream().distinct().count() < choices.size()) {
            throw new BadLineException("choices are numbers of options, each once");
        }
        return choices;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private Mark watch(Fields fields) {
        String tag = Common.optionalTag(fields.nullableText(200, "tag"));
        String discussion = optional(fields, "discussion");
        String author = optional(fields, "author");
        String community = optional(fields, "community");
        if ((discussion == null ? 0 : 1) + (author == null ? 0 : 1) + (community == null ? 0 : 1)
                        != 1
                || (tag != null && community == null)) {
            throw new BadLineException(
                    "it must name one of community, community and tag, discussion, author");
        }
        String level = fields.oneOf(Codes.LEVELS, "level");
        if (level == null) {
            throw new BadLineException("level is missing");
        }
        String target = tag != null ? "tag" : community != null ? "community" : null;
        return new Mark()
                .to(Target.PERSON, "person_id", needed(fields, "person"))
                .to(Target.COMMUNITY, "target_id", community)
                .to(Target.DISCUSSION, "target_id", discussion)
                .to(Target.PERSON, "target_id", author)
                .with(
                        "target",
                        target != null ? target : discussion != null ? "discussion" : "person")
                .with("tag", tag == null ? "" : tag)
                .with("level", level)
                .with(AT, at(fields));
    }

    private Mark bookmark(Fields fields) {
        String post = optional(fields, "post");
        String discussion = optional(fields, "discussion");
        if ((post == null) == (discussion == null)) {
            throw new BadLineException("it must name a discussion or a post");
        }
        return new Mark()
                .to(Target.PERSON, "person_id", needed(fields, "person"))
                .to(Target.POST, "post_id", post)
                .to(Target.DISCUSSION, "discussion_id", discussion)
                .with("note", fields.optionalText(500, "note"))
                .with("remind_on", fields.day("remindOn"))
                .with(AT, at(fields));
    }

    private Mark refusal(Fields fields) {
        return new Mark()
                .to(Target.PERSON, "person_id", needed(fields, "person"))
                .to(Target.PERSON, "refused_id", needed(fields, "refused"))
                .with(AT, at(fields));
    }

    private Mark caughtUp(Fields fields) {
        return new Mark()
                .to(Target.PERSON, "person_id", needed(fields, "person"))
                .to(Target.COMMUNITY, "community_id", needed(fields, "community"))
                .with(AT, at(fields));
    }

    private Mark read(Fields fields) {
        return new Mark()
                .to(Target.PERSON, "person_id", needed(fields, "person"))
                .to(Target.DISCUSSION, "discussion_id", needed(fields, "discussion"))
                .with("seen", ranges(fields.optionalText(9000, "seen")))
                .with("marked", fields.flag(false, "unread"))
                .with(AT, at(fields));
    }

    /// `1-5,7` as PostgreSQL writes it.
    private static String ranges(String text) {
        if (text.isEmpty()) {
            return "{}";
        }
        if (!SEEN.matcher(text).matches()) {
            throw new BadLineException("seen is not numbers as 1-5,7");
        }
        var ranges = new StringBuilder();
        for (String part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(part.substring(dash + 1));
            if (to < from) {
                throw new BadLineException("seen is not numbers as 1-5,7");
            }
            ranges.append(ranges.isEmpty() ? "" : ",").append("[" + from + "," + (to + 1) + ")");
        }
        return "{" + ranges + "}";
    }

    private String at(Fields fields) {
        return fields.time(AT, now).toString();
    }

    private String needed(Fields fields, String name) {
        return key.apply(fields.id(name));
    }

    private @Nullable String optional(Fields fields, String name) {
        String id = fields.optionalId(name);
        return id == null ? null : key.apply(id);
    }
}
