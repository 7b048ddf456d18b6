package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// @param title null where the viewer may not read it, or it is gone
/// @param became what became of it, as [Source.Became] names it
/// @param signs of the first row, what became of each that is cited: type, id and that, with colons
///   between them and a space between two
@MappedEntity("topic_citation")
record SourceRow(
        @Id long contentId,
        String contentType,
        @Nullable Integer page,
        Instant seenAt,
        @Nullable String title,
        @Nullable String language,
        @Nullable String kind,
        @Nullable Integer number,
        @Nullable String author,
        String became,
        @Nullable Instant becameAt,
        int version,
        @Nullable String signs) {

    Source source() {
        return new Source(
                new ContentRef(ContentType.of(contentType), contentId),
                page,
                seenAt,
                title == null ? "" : title,
                language == null ? "" : language,
                kind == null ? "" : kind,
                number == null ? 0 : number,
                author == null ? "" : author,
                Source.Became.of(became),
                becameAt,
                version);
    }

    /// What became of each that is cited, in its order; nothing for a row that is not the first.
    Map<ContentRef, Source.Became> cited() {
        var cited = new LinkedHashMap<ContentRef, Source.Became>();
        for (String sign : signs == null ? new String[0] : signs.split(" ")) {
            String[] parts = sign.split(":");
            cited.put(
                    new ContentRef(ContentType.of(parts[0]), Long.parseLong(parts[1])),
                    Source.Became.of(parts[2]));
        }
        return cited;
    }
}
