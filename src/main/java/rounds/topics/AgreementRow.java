package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.time.LocalDate;

/// A statement, who put it, and what the viewer says of it.
@MappedEntity("topic_agreement")
record AgreementRow(
        @Id long id,
        long topicId,
        int number,
        String statement,
        String html,
        int htmlVersion,
        @Nullable Long personId,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String profession,
        Instant putAt,
        Instant closesAt,
        @Nullable LocalDate closesOn,
        String state,
        @Nullable Instant closedAt,
        String outcome,
        int agreed,
        int concerned,
        int objected,
        int abstained,
        @Nullable String stance,
        @Nullable String reason,
        @Nullable Instant saidAt) {

    AgreementState stands() {
        return AgreementState.of(state);
    }

    Agreement seen(Markdown markdown, Instant now) {
        return new Agreement(
                id,
                number,
                statement,
                markdown.current(new Html(html, htmlVersion), statement, Ids.text(id)),
                personId == null || handle == null || name == null
                        ? null
                        : new Author(personId, handle, name, profession == null ? "" : profession),
                putAt,
                closesAt,
                closesOn,
                !closesAt.isAfter(now),
                stands(),
                closedAt,
                outcome,
                agreed,
                concerned,
                objected,
                abstained,
                stance == null || saidAt == null
                        ? null
                        : new MyStance(Stance.of(stance), reason == null ? "" : reason, saidAt));
    }
}
