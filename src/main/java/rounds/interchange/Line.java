package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.glossary.TermWords;
import rounds.library.CollectionWords;
import rounds.library.Details;
import rounds.library.Material;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One line of a file, read and within its bounds. Everything refers to everything else by key: the
/// id it has in the file, behind the name of the source where one was given.
sealed interface Line {

    /// Whether it is taken when all else is here, since it gathers what others bring.
    default boolean gathers() {
        return false;
    }

    /// @param ownId the id it had in a Rounds; kept where it is free, so that addresses survive a
    ///   move
    /// @param timeZone of her account; null: the site's usual one
    /// @param language that the pages speak to her; null: as her browser asks
    record Person(
            String key,
            @Nullable Long ownId,
            String handle,
            String name,
            @Nullable String email,
            boolean admin,
            @Nullable String timeZone,
            @Nullable String language,
            String profession,
            String organisation,
            String place,
            String about,
            List<String> expertise,
            List<String> emr,
            List<String> languages,
            Instant created)
            implements Line {}

    record Community(
            String key,
            @Nullable Long ownId,
            String slug,
            String name,
            String purpose,
            String audience,
            String visibility,
            List<String> languages,
            @Nullable String createdBy,
            boolean reviewFirstPosts,
            boolean membersMayInvite,
            boolean conversation,
            Instant created)
            implements Line {}

    /// @param mark the same for the same line in the same file, so that a line makes its rows once
    record Membership(
            long mark,
            String community,
            String person,
            List<String> roles,
            Instant from,
            @Nullable Instant to)
            implements Line {}

    /// @param visibility null: as the community's
    /// @param language null: the community's first
    /// @param progress of a challenge
    /// @param emptied the last number of a discussion whose posts are in another now; 0: it has
    ///   them
    record Discussion(
            String key,
            @Nullable Long ownId,
            String community,
            String author,
            String kind,
            String title,
            List<String> tags,
            @Nullable String language,
            @Nullable String visibility,
            Instant created,
            @Nullable Instant pinned,
            @Nullable Instant closed,
            @Nullable String closedBy,
            String closedReason,
            @Nullable Instant featured,
            String progress,
            int emptied)
            implements Line {}

    /// @param replyTo null: the opening post, or an answer to it
    /// @param opens whether the file says that it opens the discussion; null: it does not say
    /// @param number its number, where those before it have moved elsewhere; 0: the next
    /// @param language null: the discussion's
    /// @param visibility null: the discussion's
    record Post(
            String key,
            @Nullable Long ownId,
            String discussion,
            String author,
            @Nullable String replyTo,
            @Nullable Boolean opens,
            int number,
            String body,
            @Nullable String language,
            @Nullable String visibility,
            String state,
            @Nullable String goneReason,
            Instant created,
            @Nullable Instant edited)
            implements Line {}

    /// A word that stands in the glossary of a community.
    ///
    /// @param author who proposed it
    /// @param html of its meaning; empty until it is laid out
    /// @param visibility null: the community's
    record Term(
            String key,
            @Nullable Long ownId,
            String community,
            String author,
            TermWords words,
            String html,
            @Nullable String visibility,
            Instant created,
            Instant changed)
            implements Line {}

    /// A case story that others read, or may read again.
    ///
    /// @param language null: the community's first
    /// @param tookPart who took part, each with how at the same place of the other
    /// @param visibility null: the community's
    /// @param texts its parts and what came after
    record Story(
            String key,
            @Nullable Long ownId,
            String community,
            String author,
            String title,
            @Nullable String language,
            String outcome,
            @Nullable String setting,
            String practice,
            List<String> conditions,
            List<String> tags,
            List<String> learning,
            List<String> tookPart,
            List<String> workedBy,
            String led,
            @Nullable String patientView,
            String patientWords,
            boolean named,
            boolean membersOnly,
            @Nullable String visibility,
            String state,
            List<StoryText> texts,
            Instant started,
            Instant changed,
            Instant published)
            implements Line {}

    /// @param part empty: a follow-up
    /// @param months after which it was told
    /// @param html of which nothing is made yet, empty
    record StoryText(String part, int months, String body, String html, Instant at) {}

    /// By what right a story is told.
    record StoryRight(
            String story,
            String ground,
            String ofWhom,
            @Nullable LocalDate on,
            String reference,
            Instant at)
            implements Line {}

    /// That somebody tried what a story tells, or gave a quiet word.
    ///
    /// @param word null: she tried it
    /// @param result null: a word
    record StoryAnswer(
            String story,
            String person,
            @Nullable String word,
            @Nullable String result,
            @Nullable String setting,
            String note,
            Instant at)
            implements Line {}

    /// A picture in posts. Its bytes follow in lines of their own.
    ///
    /// @param id by which the posts name it
    /// @param posts at least one
    /// @param bytes how many there will be
    record Image(long id, List<String> posts, long bytes, Instant made) implements Late {}

    /// The next bytes of a picture.
    record ImageData(long image, byte[] data) implements Late {}

    /// A resource of a library. Its versions follow in lines of their own.
    ///
    /// @param visibility null: as the community's
    /// @param changed when another version was put in place last; null: as its current one says
    /// @param supersededBy a resource
    /// @param adapts the resource that it was made from; null also where that is not told
    record Resource(
            String key,
            @Nullable Long ownId,
            String community,
            String person,
            Details details,
            boolean languageSaid,
            @Nullable String visibility,
            String state,
            Instant created,
            @Nullable Instant changed,
            boolean official,
            @Nullable LocalDate reviewOn,
            @Nullable String supersededBy,
            @Nullable String adapts,
            String adaptation)
            implements Late {}

    /// A version of a resource. The bytes of a file follow in lines of their own.
    ///
    /// @param state `current`, `earlier` or `proposed`
    /// @param sealed whether it was replaced while others did not read the resource
    /// @param madeOf the number of the version that was read when it was made; 0: not told
    /// @param words a link or a text; null: a file
    /// @param name of the file; empty where it is none
    /// @param bytes how many there will be
    /// @param hash of the file (SHA-256), by which it is told whether it has come whole; null: not
    ///   told
    record Version(
            String resource,
            int number,
            String person,
            Instant at,
            String note,
            String state,
            boolean sealed,
            int madeOf,
            @Nullable Material words,
            String name,
            long bytes,
            @Nullable String hash)
            implements Late {}

    /// The next bytes of a version's file.
    record VersionData(String resource, int number, byte[] data) implements Late {}

    /// @param in the collection in which it lies; null: in none
    /// @param visibility null: as the community's
    /// @param holds resources, in their order
    record Collection(
            String key,
            @Nullable Long ownId,
            String community,
            @Nullable String in,
            CollectionWords words,
            @Nullable String visibility,
            Instant created,
            List<String> holds)
            implements Late {}

    /// That somebody used a resource.
    record Practice(String resource, String person, String note, Instant at) implements Late {}

    /// What is taken one by one in the order of the file, when all else is here.
    sealed interface Late extends Line {}

    /// A focus topic, or what stands around one. They are taken when all else is here: a topic
    /// gathers what others bring.
    ///
    /// @param key of a topic itself; empty for what stands around one
    /// @param values the columns of its row that refer to nothing
    record Topical(
            TopicPart part,
            String key,
            @Nullable Long ownId,
            List<rounds.interchange.Mark.Reference> references,
            Map<String, Object> values)
            implements Line {

        @Override
        public boolean gathers() {
            return true;
        }
    }

    /// What is said or kept about something that is here.
    ///
    /// @param values the columns of its row that refer to nothing
    record Mark(
            MarkKind kind,
            List<rounds.interchange.Mark.Reference> references,
            Map<String, Object> values)
            implements Line {

        @Override
        public boolean gathers() {
            return kind.gathers();
        }
    }
}
