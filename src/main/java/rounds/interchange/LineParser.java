package rounds.interchange;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Reads a line: the format of Rounds, and the names that the benchmark's data set uses for the
/// same things.
final class LineParser {
    private final JsonMapper json;
    private final @Nullable String source;
    private final Instant now;
    private final PeopleParser people;
    private final ForumParser forum;
    private final MarkParser marks;
    private final LibraryParser library;
    private final StoryParser stories;
    private final TermParser terms;
    private final TopicParser topics;

    LineParser(JsonMapper json, @Nullable String source, Instant now) {
        this.json = json;
        this.source = source;
        this.now = now;
        this.people = new PeopleParser(this::key, source, now);
        this.forum = new ForumParser(this::key, now);
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
            case "person", "user" -> people.person(fields);
            case "community", "category" -> people.community(fields);
            case "membership" -> people.membership(fields, line);
            case "discussion", "topic" -> forum.discussion(fields);
            case "post" -> forum.post(fields);
            case "conversation" -> people.conversation(fields);
            case "image" -> forum.image(fields);
            case "imageData" -> ForumParser.imageData(fields);
            case "resource" -> library.resource(fields);
            case "version" -> library.version(fields);
            case "versionData" -> library.versionData(fields);
            case "collection" -> library.collection(fields);
            case "practice" -> library.practice(fields);
            case "caseStory" -> stories.story(fields);
            case "term" -> terms.term(fields);
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

    private String key(String id) {
        return source == null ? id : source + ":" + id;
    }
}
