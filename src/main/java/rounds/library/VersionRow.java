package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.platform.database.Ids;
import rounds.platform.documents.DocumentType;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.Objects;

/// A version as its viewer may read it.
@MappedEntity("resource_version")
record VersionRow(
        @Id long id,
        int number,
        String state,
        String form,
        @Nullable String hash,
        @Nullable String name,
        @Nullable String type,
        @Nullable Long bytes,
        @Nullable String url,
        @Nullable String body,
        @Nullable String html,
        int htmlVersion,
        String note,
        long madeBy,
        String handle,
        String makerName,
        String profession,
        Instant madeAt,
        @Nullable Integer madeOf,
        String answer,
        String reading,
        int pages,
        String looked) {

    Version version(Markdown markdown) {
        return new Version(
                id,
                number,
                VersionState.of(state),
                VersionForm.of(form),
                type == null
                        ? null
                        : new Version.File(
                                Objects.requireNonNull(name),
                                DocumentType.of(type),
                                Objects.requireNonNull(bytes)),
                url,
                html == null || body == null
                        ? null
                        : markdown.current(new Html(html, htmlVersion), body, Ids.text(id)),
                body,
                note,
                new Author(madeBy, handle, makerName, profession),
                madeAt,
                madeOf,
                answer,
                TextState.of(reading),
                pages,
                Looked.of(looked));
    }
}
