package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.Titled;
import rounds.platform.database.Ids;
import rounds.topics.Agreement;
import rounds.topics.Guest;
import rounds.topics.MyStance;
import rounds.topics.OfferedTopic;
import rounds.topics.Pursuit;
import rounds.topics.Said;
import rounds.topics.ShelfEntry;
import rounds.topics.Topic;
import rounds.topics.TopicQuestion;
import rounds.topics.TopicSummary;
import rounds.topics.TopicUse;
import rounds.topics.UsedInPractice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A focus topic.
///
/// @param community slug; absent where the reader may not know the community that has it
/// @param summary the number of the summary that stands; 0: none is written yet
/// @param revision what an edit of its facts names in `If-Match`; absent in a list
@Serdeable
record TopicJson(
        String id,
        String url,
        @Nullable String community,
        String communityName,
        String state,
        String title,
        String question,
        @Nullable String why,
        List<String> objectives,
        List<String> tags,
        String language,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable LocalDate reviewOn,
        int votes,
        boolean voted,
        int summary,
        @Nullable String result,
        Instant changedAt,
        @Nullable Integer revision) {

    static TopicJson of(Topic topic, String baseUrl) {
        Pursuit pursuit = topic.pursuit();
        Long result = topic.resultId();
        return new TopicJson(
                Ids.text(topic.id()),
                baseUrl + topic.path(),
                named(topic.communitySlug()),
                topic.communityName(),
                topic.state().code(),
                pursuit.title(),
                pursuit.question(),
                pursuit.why(),
                pursuit.objectives(),
                pursuit.tags(),
                pursuit.language(),
                pursuit.starts(),
                pursuit.ends(),
                topic.reviewOn(),
                topic.votes(),
                topic.voted(),
                topic.summary() == null ? 0 : topic.summary().number(),
                result == null ? null : Ids.text(result),
                topic.changedAt(),
                topic.revision());
    }

    static TopicJson of(TopicSummary topic, String baseUrl) {
        return new TopicJson(
                Ids.text(topic.id()),
                baseUrl + topic.path(),
                named(topic.communitySlug()),
                topic.communityName(),
                topic.state().code(),
                topic.title(),
                topic.question(),
                null,
                List.of(),
                topic.tags(),
                topic.language(),
                topic.starts(),
                topic.ends(),
                topic.reviewOn(),
                topic.votes(),
                topic.voted(),
                topic.summary(),
                null,
                topic.changedAt(),
                null);
    }

    private static @Nullable String named(String slug) {
        return slug.isEmpty() ? null : slug;
    }

    /// Content to which something points.
    ///
    /// @param type `discussion`, `post`, `resource` or `case_story`
    @Serdeable
    record TargetJson(String type, String id, String url, String title) {

        static TargetJson of(Titled titled, String baseUrl) {
            ContentRef content = titled.content();
            return new TargetJson(
                    content.type().code(),
                    Ids.text(content.id()),
                    baseUrl + titled.path(),
                    titled.title());
        }
    }

    /// What stands on a shelf, or is suggested for it.
    ///
    /// @param addedBy handle; absent for who is no member
    @Serdeable
    record EntryJson(TargetJson content, String why, @Nullable String addedBy, Instant addedAt) {

        static EntryJson of(ShelfEntry entry, String baseUrl) {
            return new EntryJson(
                    TargetJson.of(entry.titled(), baseUrl),
                    entry.why(),
                    handle(entry.addedBy()),
                    entry.addedAt());
        }
    }

    /// @param unseen how many stand there that who tends the topic cannot read
    @Serdeable
    record ShelfJson(List<EntryJson> items, List<EntryJson> suggested, int unseen) {}

    /// @param pointer to what answers it, where the reader may read that
    @Serdeable
    record QuestionJson(
            String id,
            String question,
            String state,
            String answer,
            @Nullable TargetJson pointer,
            @Nullable String askedBy,
            Instant askedAt,
            @Nullable Instant closedAt) {

        static QuestionJson of(TopicQuestion question, String baseUrl) {
            Titled pointer = question.pointer();
            return new QuestionJson(
                    Ids.text(question.id()),
                    question.words(),
                    question.state().code(),
                    question.answer(),
                    pointer == null ? null : TargetJson.of(pointer, baseUrl),
                    handle(question.askedBy()),
                    question.askedAt(),
                    question.closedAt());
        }
    }

    /// @param stance `agree`, `concern`, `object` or `abstain`
    /// @param by handle; absent for one's own
    @Serdeable
    record StanceJson(String stance, String note, @Nullable String by, Instant at) {

        static StanceJson of(Said said) {
            return new StanceJson(
                    said.stance().code(), said.reason(), said.by().handle(), said.at());
        }

        static StanceJson of(MyStance mine) {
            return new StanceJson(mine.stance().code(), mine.reason(), null, mine.at());
        }
    }

    /// @param statement Markdown
    @Serdeable
    record AgreementJson(
            int number,
            String state,
            String statement,
            @Nullable String putBy,
            Instant putAt,
            Instant closesAt,
            @Nullable Instant closedAt,
            String outcome,
            int agreed,
            int concerned,
            int objected,
            int abstained,
            @Nullable StanceJson mine) {

        static AgreementJson of(Agreement one) {
            MyStance mine = one.mine();
            return new AgreementJson(
                    one.number(),
                    one.state().code(),
                    one.statement(),
                    handle(one.putBy()),
                    one.putAt(),
                    one.closesAt(),
                    one.closedAt(),
                    one.outcome(),
                    one.agreed(),
                    one.concerned(),
                    one.objected(),
                    one.abstained(),
                    mine == null ? null : StanceJson.of(mine));
        }
    }

    @Serdeable
    record GuestJson(
            String community, String name, Instant offeredAt, @Nullable Instant acceptedAt) {

        static GuestJson of(Guest guest) {
            return new GuestJson(guest.slug(), guest.name(), guest.offeredAt(), guest.acceptedAt());
        }
    }

    /// A topic of another community.
    ///
    /// @param from what the community is called that has it
    @Serdeable
    record OfferJson(
            String id,
            String url,
            String title,
            String question,
            String state,
            String from,
            Instant offeredAt,
            @Nullable Instant acceptedAt) {

        static OfferJson of(OfferedTopic topic, String baseUrl) {
            return new OfferJson(
                    Ids.text(topic.id()),
                    baseUrl + topic.path(),
                    topic.title(),
                    topic.question(),
                    topic.state(),
                    topic.homeName(),
                    topic.offeredAt(),
                    topic.acceptedAt());
        }
    }

    @Serdeable
    record UseJson(@Nullable String by, String note, Instant at) {

        static UseJson of(TopicUse use) {
            return new UseJson(use.by().handle(), use.note(), use.at());
        }
    }

    /// @param practised how many used it
    @Serdeable
    record PracticeJson(int practised, List<UseJson> uses, @Nullable UseJson mine) {

        static PracticeJson of(UsedInPractice used) {
            TopicUse mine = used.mine();
            return new PracticeJson(
                    used.practised(),
                    used.uses().stream().map(UseJson::of).toList(),
                    mine == null ? null : UseJson.of(mine));
        }
    }

    private static @Nullable String handle(@Nullable Author author) {
        return author == null ? null : author.handle();
    }
}
