package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A resource as a column list of its table.
@Serdeable(naming = SnakeCaseStrategy.class)
record ResourceRow(
        long id,
        long communityId,
        String kind,
        String title,
        @Nullable String description,
        @Nullable String html,
        int htmlVersion,
        String language,
        boolean languageSaid,
        List<String> tags,
        List<String> keywords,
        List<String> authors,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String journal,
        @Nullable Integer year,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String outline,
        @Nullable String adaptation,
        @Nullable String visibility,
        String state,
        long sharedBy,
        String sharedAt,
        String changedAt,
        int current,
        boolean official,
        @Nullable String reviewOn,
        @Nullable String sourceId) {}
