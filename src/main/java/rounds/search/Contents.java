package rounds.search;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;
import rounds.kernel.Meant;
import rounds.kernel.MergedTag;
import rounds.kernel.Titled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All content that can be searched, whichever feature owns it.
@Singleton
final class Contents {
    private final Map<ContentType, ContentOwner> owners = new EnumMap<>(ContentType.class);
    private final Narrower narrower;

    Contents(List<ContentOwner> features) {
        for (ContentOwner feature : features) {
            feature.types().forEach(type -> owners.put(type, feature));
        }
        narrower =
                new Narrower(
                        features.stream()
                                .flatMap(feature -> feature.kinds().stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        owners.keySet().stream()
                                .map(type -> type.shown().code())
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /// Which of these tags communities store as others that the viewer of the running transaction
    /// may know of.
    List<MergedTag> merged(Collection<String> tags) {
        return tags.isEmpty()
                ? List.of()
                : owners.values().stream()
                        .distinct()
                        .flatMap(feature -> feature.merged(tags).stream())
                        .toList();
    }

    /// What these words are short for where the viewer of the running transaction reads.
    List<Meant> meant(Collection<String> words) {
        return words.isEmpty()
                ? List.of()
                : owners.values().stream()
                        .distinct()
                        .flatMap(feature -> feature.meant(words).stream())
                        .toList();
    }

    /// Discussions in which there is something that the viewer of the running transaction has not
    /// seen, the newest first.
    List<Long> unread(int most) {
        return owners.values().stream()
                .distinct()
                .flatMap(feature -> feature.unread(most).stream())
                .toList();
    }

    /// A discussion, a document or a story with all that stands in it; of a focus topic its
    /// sources, too.
    List<Long> within(long id) {
        return Stream.concat(
                        Stream.of(id),
                        owners.values().stream()
                                .distinct()
                                .flatMap(feature -> feature.gathered(id).stream()))
                .toList();
    }

    /// What a discussion, a document, a story or a topic is called, for the viewer of the running
    /// transaction; empty when she may not know.
    Optional<String> title(long id) {
        return owners.values().stream()
                .distinct()
                .flatMap(feature ->
                        feature
                                .titles(
                                        feature.types().stream()
                                                .map(type -> new ContentRef(type, id))
                                                .toList())
                                .stream())
                .map(Titled::title)
                .findFirst();
    }

    /// The kinds and types by which hits can be narrowed.
    Narrower narrower() {
        return narrower;
    }

    Set<ContentType> types() {
        return owners.keySet();
    }

    /// The rows of these as they are now; what is gone, or is nobody's, is said to be gone.
    IndexKeeper.Batch now(Collection<ContentRef> contents) {
        var present = new ArrayList<Indexable>();
        byType(contents)
                .forEach((type, ids) -> {
                    ContentOwner owner = owners.get(type);
                    if (owner != null) {
                        present.addAll(owner.indexable(type, ids));
                    }
                });
        var gone = new LinkedHashSet<>(contents);
        present.forEach(content -> gone.remove(content.content()));
        return new IndexKeeper.Batch(present, List.copyOf(gone));
    }

    List<Indexable> indexable(ContentType type, List<Long> ids) {
        return owner(type).indexable(type, ids);
    }

    List<Long> below(ContentRef root, ContentType type, long after, int limit) {
        return owner(type).below(root, type, after, limit);
    }

    List<Long> idsAfter(ContentType type, long after, int limit) {
        return owner(type).idsAfter(type, after, limit);
    }

    /// These as the viewer of the running transaction may read them.
    Map<ContentRef, Excerpt> readable(Collection<ContentRef> contents) {
        var readable = new ArrayList<Excerpt>();
        byType(contents).forEach((type, ids) -> readable.addAll(owner(type).readable(type, ids)));
        return readable.stream()
                .collect(Collectors.toMap(Excerpt::content, excerpt -> excerpt, (one, _) -> one));
    }

    private ContentOwner owner(ContentType type) {
        @Nullable ContentOwner owner = owners.get(type);
        if (owner == null) {
            throw new IllegalStateException("No feature owns content of type " + type.code());
        }
        return owner;
    }

    private static Map<ContentType, List<Long>> byType(Collection<ContentRef> contents) {
        return contents.stream()
                .collect(
                        Collectors.groupingBy(
                                ContentRef::type,
                                () -> new EnumMap<>(ContentType.class),
                                Collectors.mapping(ContentRef::id, Collectors.toList())));
    }
}
