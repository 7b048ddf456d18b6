package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.interchange.LineReader.Raw;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be done for a batch before its turn, on any thread: reading its lines and making the
/// HTML of the posts that are not here yet.
@Singleton
class Preparation {
    private final PostWriter posts;
    private final Markdown markdown;
    private final Transactions transactions;

    Preparation(PostWriter posts, Markdown markdown, Transactions transactions) {
        this.posts = posts;
        this.markdown = markdown;
        this.transactions = transactions;
    }

    Batch prepare(Reader.Piece piece, LineParser parser) {
        List<Numbered<? extends Line>> lines = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Raw raw : piece.lines()) {
            try {
                if (!isBlank(raw)) {
                    lines.add(new Numbered<>(raw.number(), laid(parse(raw, parser))));
                }
            } catch (BadLineException bad) {
                refused.add(new Refusal(raw.number(), bad.reason(), false));
            }
        }
        return new Batch(lines, bodies(lines), refused, piece.end());
    }

    private static Line parse(Raw raw, LineParser parser) {
        if (raw.bytes() == null) {
            throw new BadLineException("is longer than " + LineReader.LONGEST + " bytes");
        }
        return parser.parse(raw.bytes());
    }

    private Line laid(Line line) {
        if (line instanceof Line.Term term) {
            return TermWriter.laid(term, markdown);
        }
        return line instanceof Line.Story story ? StoryWriter.laid(story, markdown) : line;
    }

    private static boolean isBlank(Raw raw) {
        if (raw.bytes() == null) {
            return false;
        }
        for (byte one : raw.bytes()) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private Map<String, Body> bodies(List<Numbered<? extends Line>> lines) {
        List<Line.Post> all = new ArrayList<>();
        for (Numbered<? extends Line> numbered : lines) {
            if (numbered.line() instanceof Line.Post post) {
                all.add(post);
            }
        }
        Map<String, Body> bodies = new HashMap<>();
        if (!all.isEmpty()) {
            Set<String> keys =
                    all.stream()
                            .flatMap(post -> PostWriter.keys(post).stream())
                            .collect(Collectors.toSet());
            Set<String> here = transactions.system(() -> posts.find(keys)).keySet();
            for (Line.Post post : all) {
                if (PostWriter.keys(post).stream().noneMatch(here::contains)) {
                    bodies.put(post.key(), Body.of(post, markdown));
                }
            }
        }
        return bodies;
    }
}
