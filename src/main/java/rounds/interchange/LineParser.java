package rounds.interchange;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import rounds.community.Reason;
import rounds.community.Slugs;
import rounds.community.Visibility;
import rounds.forum.Gone;
import rounds.forum.Kind;
import rounds.forum.Progress;
import rounds.identity.Addresses;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Reads a line: the format of Rounds, and the names that the benchmark's data set uses for the
/// same things.
final class LineParser {
    static final int LONGEST_BODY = 64_000;

    private static final Set<String> PAGE_LANGUAGES = Set.of("en", "fr");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,4})?");

    private final JsonMapper json;
    private final @Nullable String source;
    private final Instant now;
    private final MarkParser marks;
    private final LibraryParser library;
    private final StoryParser stories;
    private final TermParser terms;
    private final TopicParser topics;

    LineParser(JsonMapper json, @Nullable String source, Instant now) {
        this.json = json;
        this.source = source;
        this.now = now;
        this.marks = new MarkParser(this::key, now);
        this.library = new LibraryParser(this::key, now);
        this.stories = new StoryParser(this::key, now);
        this.terms = new TermParser(this::key, now);
        this.topics = new TopicParser(this::key, now);
    }

    /// @throws BadLineException with the reason
    Line parse(byte[] line) {
        JsonNode node = node(line);
        if (!node.isObject()) {
            throw new BadLineException("is not a JSON object");
        }
        Fields fields = new Fields(node, now);
        String type = fields.text(30, "type");
        return switch (type) {
            case "person", "user" -> person(fields);
            case "community", "category" -> community(fields);
            case "membership" -> membership(fields, line);
            case "discussion", "topic" -> discussion(fields);
            case "post" -> post(fields);
            case "conversation" -> conversation(fields);
            case "image" -> image(fields);
            case "imageData" -> imageData(fields);
            case "resource" -> library.resource(fields);
            case "version" -> library.version(fields);
            case "versionData" -> library.versionData(fields);
            case "collection" -> library.collection(fields);
            case "practice" -> library.practice(fields);
            case "caseStory" ->
                    stories.story(
                            fields,
                            ownId(fields),
                            title(fields),
                            tags(fields.list(100, 200, "tags")),
                            language(fields),
                            visibility(fields));
            case "term" -> terms.term(fields, ownId(fields), visibility(fields));
            case "caseAuthority" -> stories.right(fields);
            case "caseTrial" -> stories.trial(fields);
            case "caseWord" -> stories.word(fields);
            default -> about(type, fields);
        };
    }

    /// What stands around a focus topic, or a mark.
    private Line about(String type, Fields fields) {
        Optional<TopicPart> part = TopicPart.of(type);
        if (part.isPresent()) {
            return topics.parse(part.get(), fields);
        }
        return marks.parse(
                MarkKind.of(type)
                        .orElseThrow(() ->
                                new BadLineException(
                                        "the type \"" + Said.of(type) + "\" is unknown")),
                fields);
    }

    private JsonNode node(byte[] line) {
        try {
            return json.readValue(line, Argument.of(JsonNode.class));
        } catch (IOException e) {
            throw new BadLineException("is not JSON");
        }
    }

    private Line person(Fields fields) {
        String called = fields.text(200, "handle", "username");
        return new Line.Person(
                key(fields.id("id")),
                ownId(fields),
                called,
                Words.name(fields.optionalText(1000, "name"), called),
                email(fields),
                fields.flag(false, "admin"),
                timeZone(fields),
                pageLanguage(fields),
                Words.line(fields.optionalText(100, "profession"), 100),
                Words.line(fields.optionalText(150, "organisation"), 150),
                Words.line(fields.optionalText(150, "place"), 150),
                fields.optionalText(2000, "about"),
                fields.list(20, 60, "expertise"),
                fields.list(10, 60, "emr"),
                languages(fields),
                fields.time("created", now));
    }

    private static @Nullable String email(Fields fields) {
        String email = fields.nullableText(254, "email");
        return email == null
                ? null
                : checked(
                        () -> Addresses.clean(email),
                        "\"" + Said.of(email) + "\" is not an e-mail address");
    }

    /// One that nobody here knows is passed over, like a language that the pages do not speak: the
    /// person is more than her clock.
    private static @Nullable String timeZone(Fields fields) {
        String zone = fields.nullableText(100, "timeZone");
        return zone != null && ZoneId.getAvailableZoneIds().contains(zone) ? zone : null;
    }

    private static @Nullable String pageLanguage(Fields fields) {
        String language = fields.nullableText(20, "language");
        return language != null && PAGE_LANGUAGES.contains(language) ? language : null;
    }

    private Line community(Fields fields) {
        String name = Words.line(fields.text(1000, "name"), 100);
        if (name.length() < 2) {
            throw new BadLineException("name must have at least 2 characters");
        }
        String slug = fields.optionalText(60, "slug");
        List<String> languages = languages(fields);
        return new Line.Community(
                key(fields.id("id")),
                ownId(fields),
                slug.isEmpty() ? Slugs.from(name) : slug(slug),
                name,
                fields.optionalText(2000, "purpose", "description"),
                fields.optionalText(1000, "audience"),
                oneOf(Codes.VISIBILITIES, Visibility.PUBLIC.code(), fields, "visibility"),
                languages.isEmpty() ? List.of("en") : languages,
                reference(fields.optionalId("createdBy")),
                fields.flag(false, "reviewFirstPosts"),
                fields.flag(true, "membersMayInvite"),
                false,
                fields.time("created", now));
    }

    /// Private notes between a few people: closed for good.
    private Line conversation(Fields fields) {
        return new Line.Community(
                key(fields.id("id")),
                ownId(fields),
                "",
                Words.line(fields.text(1000, "name"), 100),
                "",
                "",
                "private",
                List.of("en"),
                reference(fields.optionalId("createdBy")),
                false,
                false,
                true,
                fields.time("created", now));
    }

    private static String slug(String slug) {
        if (!Slugs.isSlug(slug)) {
            throw new BadLineException(
                    "the slug \""
                            + Said.of(slug)
                            + "\" has more than small letters, digits and hyphens");
        }
        return slug;
    }

    private Line membership(Fields fields, byte[] line) {
        List<String> roles = fields.list(6, 30, "roles");
        for (String role : roles) {
            if (!Codes.ROLES.contains(role)) {
                throw new BadLineException("the role \"" + Said.of(role) + "\" is unknown");
            }
        }
        Instant from = fields.time("from", now);
        Instant to = fields.time("to");
        if (to != null && to.isBefore(from)) {
            throw new BadLineException("it ends before it begins");
        }
        return new Line.Membership(
                mark(line),
                key(fields.id("community")),
                key(fields.id("person", "user")),
                roles,
                from,
                to);
    }

    /// From the line's own words: a duration before now is another time at each run.
    private long mark(byte[] line) {
        String words = source + " " + new String(line, StandardCharsets.UTF_8).strip();
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }

    private Line discussion(Fields fields) {
        Instant created = fields.time("created", now);
        return new Line.Discussion(
                key(fields.id("id")),
                ownId(fields),
                key(fields.id("community", "category")),
                key(fields.id("author", "user")),
                oneOf(Codes.KINDS, Kind.DISCUSSION.code(), fields, "kind"),
                title(fields),
                tags(fields.list(100, 200, "tags")),
                language(fields),
                visibility(fields),
                created,
                fields.timeOrFlag("pinned", created),
                fields.timeOrFlag("closed", created),
                reference(fields.optionalId("closedBy")),
                Words.line(fields.optionalText(1000, "closedReason"), 300),
                fields.timeOrFlag("featured", created),
                progress(fields),
                fields.number(0, 10_000_000, "emptied"));
    }

    private static String progress(Fields fields) {
        String progress = oneOf(Codes.PROGRESS, Progress.OPEN.code(), fields, "progress");
        if (!progress.equals("open") && !"challenge".equals(fields.nullableText(30, "kind"))) {
            throw new BadLineException("only a challenge makes progress");
        }
        return progress;
    }

    static String title(Fields fields) {
        return checked(
                () -> Entry.title(fields.text(Entry.LONGEST_TITLE, "title")), "title is empty");
    }

    static String tag(String word) {
        return checked(() -> Entry.tag(word), "\"" + Said.of(word) + "\" is not a tag");
    }

    static @Nullable String optionalTag(@Nullable String word) {
        return word == null ? null : tag(word);
    }

    /// As many of them as a discussion can have here.
    static List<String> tags(List<String> words) {
        List<String> tags = new ArrayList<>();
        for (String word : words) {
            try {
                tags.add(Entry.tag(word));
            } catch (ProblemException _) {
                // A mark of the other site that is no word: nothing is lost without it.
            }
        }
        return tags.stream().distinct().limit(Entry.MOST_TAGS).toList();
    }

    /// What the owner of a rule refuses is refused here, too.
    private static String checked(Supplier<String> rule, String reason) {
        try {
            return rule.get();
        } catch (ProblemException _) {
            throw new BadLineException(reason);
        }
    }

    private Line post(Fields fields) {
        String state = oneOf(Codes.STATES, State.VISIBLE.code(), fields, "state");
        return new Line.Post(
                key(fields.id("id")),
                ownId(fields),
                key(fields.id("discussion", "topic")),
                key(fields.id("author", "user")),
                reference(fields.optionalId("replyTo", "reply_to")),
                fields.optionalFlag("first"),
                fields.number(0, 10_000_000, "number"),
                state.equals("deleted") ? "-" : fields.text(LONGEST_BODY, "body", "content"),
                language(fields),
                visibility(fields),
                state,
                goneReason(fields, state),
                fields.time("created", now),
                fields.time("edited"));
    }

    private static @Nullable String goneReason(Fields fields, String state) {
        return switch (state) {
            case "hidden" -> oneOf(Codes.REASONS, Reason.OTHER.code(), fields, "goneReason");
            case "deleted" -> oneOf(Codes.REASONS, Gone.AUTHOR.code(), fields, "goneReason");
            default -> null;
        };
    }

    private Line image(Fields fields) {
        List<String> posts = fields.list(1000, 200, "posts").stream().map(this::key).toList();
        if (posts.isEmpty()) {
            throw new BadLineException("posts is missing");
        }
        return new Line.Image(
                imageId(fields, "id"),
                posts,
                fields.number(1, Integer.MAX_VALUE, "bytes"),
                fields.time("made", now));
    }

    private static Line imageData(Fields fields) {
        return new Line.ImageData(imageId(fields, "image"), data(fields));
    }

    /// Bytes in Base64.
    static byte[] data(Fields fields) {
        try {
            return Base64.getDecoder().decode(fields.text(LineReader.LONGEST, "data"));
        } catch (IllegalArgumentException _) {
            throw new BadLineException("data is not Base64");
        }
    }

    /// The addresses in posts hold it: it is the same everywhere.
    private static long imageId(Fields fields, String name) {
        String id = fields.id(name);
        if (!Ids.isId(id)) {
            throw new BadLineException("\"" + Said.of(id) + "\" is no id of Rounds");
        }
        return Ids.parse(id);
    }

    private static List<String> languages(Fields fields) {
        List<String> languages =
                fields.list(10, 20, "languages").stream()
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        languages.forEach(LineParser::checkLanguage);
        return languages;
    }

    static @Nullable String language(Fields fields) {
        String language = fields.nullableText(20, "language");
        if (language == null) {
            return null;
        }
        String code = language.strip().toLowerCase(Locale.ROOT);
        checkLanguage(code);
        return code;
    }

    private static void checkLanguage(String code) {
        if (!LANGUAGE.matcher(code).matches()) {
            throw new BadLineException("\"" + Said.of(code) + "\" is not a language's code");
        }
    }

    static @Nullable String visibility(Fields fields) {
        return optionalOneOf(Codes.VISIBILITIES, fields, "visibility");
    }

    private static String oneOf(Set<String> words, String otherwise, Fields fields, String name) {
        String word = optionalOneOf(words, fields, name);
        return word == null ? otherwise : word;
    }

    static @Nullable String optionalOneOf(Set<String> words, Fields fields, String name) {
        String word = fields.nullableText(30, name);
        if (word != null && !words.contains(word)) {
            throw new BadLineException("the " + name + " \"" + Said.of(word) + "\" is unknown");
        }
        return word;
    }

    private String key(String id) {
        return source == null ? id : source + ":" + id;
    }

    private @Nullable String reference(@Nullable String id) {
        return id == null ? null : key(id);
    }

    static @Nullable Long ownId(Fields fields) {
        String id = fields.optionalId("rounds");
        try {
            return id == null ? null : Ids.parse(id);
        } catch (ProblemException _) {
            throw new BadLineException(
                    "\"" + Said.of(id == null ? "" : id) + "\" is no id of Rounds");
        }
    }
}
