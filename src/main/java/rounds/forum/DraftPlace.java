package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.database.Ids;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Where something is being written. Its text stands in forms, in the API and in the database.
public sealed interface DraftPlace {
    Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// A new discussion; several may be on the way in one community.
    ///
    /// @param key letters, digits, `-` and `_`, at most 64
    record New(long community, String key) implements DraftPlace {
        @Override
        public String text() {
            return "new." + Ids.text(community) + "." + key;
        }
    }

    /// A private note; several may be on the way.
    ///
    /// @param key letters, digits, `-` and `_`, at most 64
    record Note(String key) implements DraftPlace {
        @Override
        public String text() {
            return "note." + key;
        }
    }

    /// An answer.
    ///
    /// @param post the post it answers; absent: the opening one
    record Answer(long discussion, @Nullable Long post) implements DraftPlace {
        @Override
        public String text() {
            String place = "answer." + Ids.text(discussion);
            return post == null ? place : place + "." + Ids.text(post);
        }
    }

    /// A post written anew.
    record OfPost(long post) implements DraftPlace {
        @Override
        public String text() {
            return "post." + Ids.text(post);
        }
    }

    /// A discussion's title, tags and opening words written anew.
    record OfDiscussion(long discussion) implements DraftPlace {
        @Override
        public String text() {
            return "discussion." + Ids.text(discussion);
        }
    }

    /// The summary of a focus topic, or how somebody would word it.
    ///
    /// @param community that has the topic
    record OfTopic(long community, long topic, boolean suggested) implements DraftPlace {
        @Override
        public String text() {
            return (suggested ? "suggestion." : "summary.")
                    + Ids.text(community)
                    + "."
                    + Ids.text(topic);
        }
    }

    String text();

    /// A place for one more new discussion in that community.
    static DraftPlace another(long community) {
        return new New(community, UUID.randomUUID().toString());
    }

    /// A place for one more private note.
    static DraftPlace anotherNote() {
        return new Note(UUID.randomUUID().toString());
    }

    /// @throws ProblemException not found, for what is no place
    static DraftPlace parse(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        return switch (parts.size() + parts.getFirst()) {
            case "3new" -> new New(Ids.parse(parts.get(1)), key(parts.get(2)));
            case "2note" -> new Note(key(parts.get(1)));
            case "2answer" -> new Answer(Ids.parse(parts.get(1)), null);
            case "3answer" -> new Answer(Ids.parse(parts.get(1)), Ids.parse(parts.get(2)));
            case "3summary", "3suggestion" ->
                    new OfTopic(
                            Ids.parse(parts.get(1)),
                            Ids.parse(parts.get(2)),
                            parts.getFirst().equals("suggestion"));
            case "2post" -> new OfPost(Ids.parse(parts.get(1)));
            case "2discussion" -> new OfDiscussion(Ids.parse(parts.get(1)));
            default -> throw ProblemException.notFound();
        };
    }

    private static String key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw ProblemException.notFound();
        }
        return text;
    }
}
