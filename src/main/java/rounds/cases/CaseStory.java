package rounds.cases;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.platform.database.Ids;
import rounds.platform.entry.Slug;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A case story as its viewer may read it.
///
/// @param sections those that say something, in their order
/// @param author null where the viewer may not know who wrote it
/// @param own whether the viewer wrote it
/// @param publishedAt when others could read it first; null: not yet
/// @param revision from which an edit of its facts goes on; raised with each change of them
/// @param tried how many people have tried the same
/// @param thanked how many have thanked for it
/// @param same how many would do the same
/// @param reads who reads it once it is published
/// @param withdrawn why its author took it back
/// @param secondReader whether somebody else reads it first in its community
public record CaseStory(
        long id,
        long communityId,
        String communitySlug,
        String communityName,
        Facts facts,
        List<Section> sections,
        CaseState state,
        @Nullable Author author,
        boolean own,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant publishedAt,
        int revision,
        int tried,
        int thanked,
        int same,
        Visibility reads,
        String withdrawn,
        boolean secondReader,
        Course course,
        @Nullable String sourceId,
        Standing standing,
        CaseRights may) {

    public String title() {
        return facts.title();
    }

    public Optional<Section> section(Part part) {
        return sections.stream().filter(one -> one.part() == part).findFirst();
    }

    public String path() {
        return path(id, facts.title());
    }

    /// Canonical address without the host.
    static String path(long id, String title) {
        String slug = Slug.of(title);
        return "/cases/" + Ids.text(id) + (slug.isEmpty() ? "" : "-" + slug);
    }
}
