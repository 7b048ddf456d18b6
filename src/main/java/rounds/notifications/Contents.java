package rounds.notifications;

import jakarta.inject.Singleton;

import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Ending;
import rounds.kernel.Excerpt;
import rounds.kernel.Mark;
import rounds.kernel.Notable;
import rounds.kernel.Overdue;
import rounds.kernel.Renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// All content, whichever feature owns it.
@Singleton
final class Contents {
    private final Map<ContentType, ContentOwner> owners = new EnumMap<>(ContentType.class);

    Contents(List<ContentOwner> features) {
        for (ContentOwner feature : features) {
            feature.types().forEach(type -> owners.put(type, feature));
        }
    }

    boolean owns(ContentType type) {
        return owners.containsKey(type);
    }

    List<Notable> notable(Collection<ContentRef> contents) {
        return each(
                contents,
                (type, ids) -> {
                    ContentOwner owner = owners.get(type);
                    return owner == null ? List.of() : owner.notable(type, ids);
                });
    }

    /// What is due to be looked at again that nobody was told of yet.
    List<Overdue> overdue(LocalDate today, int limit) {
        return owners.values().stream()
                .distinct()
                .flatMap(owner -> owner.overdue(today, limit).stream())
                .toList();
    }

    List<Long> writers(ContentRef group) {
        ContentOwner owner = owners.get(group.type());
        return owner == null ? List.of() : owner.writers(group);
    }

    List<Mark> marks(Collection<ContentRef> contents) {
        return each(
                contents,
                (type, ids) -> {
                    ContentOwner owner = owners.get(type);
                    return owner == null ? List.of() : owner.marks(type, ids);
                });
    }

    List<Mark> marking(ContentRef content, Collection<Long> people) {
        ContentOwner owner = owners.get(content.type());
        return owner == null ? List.of() : owner.marking(content, people);
    }

    List<Ending> endings(Collection<ContentRef> contents) {
        return each(
                contents,
                (type, ids) -> {
                    ContentOwner owner = owners.get(type);
                    return owner == null ? List.of() : owner.endings(type, ids);
                });
    }

    List<Renewal> renewals(ContentRef content) {
        ContentOwner owner = owners.get(content.type());
        return owner == null ? List.of() : owner.renewals(content.type(), List.of(content.id()));
    }

    /// What leans on these, whichever feature owns it.
    List<ContentRef> leaning(Collection<ContentRef> changed) {
        return changed.isEmpty()
                ? List.of()
                : owners.values().stream()
                        .distinct()
                        .flatMap(owner -> owner.leaning(changed).stream())
                        .toList();
    }

    /// These as the viewer of the running transaction may read them.
    Map<ContentRef, Excerpt> readable(Collection<ContentRef> contents) {
        var readable = new HashMap<ContentRef, Excerpt>();
        each(
                        contents,
                        (type, ids) -> {
                            ContentOwner owner = owners.get(type);
                            return owner == null ? List.<Excerpt>of() : owner.readable(type, ids);
                        })
                .forEach(excerpt -> readable.put(excerpt.content(), excerpt));
        return readable;
    }

    private static <T> List<T> each(
            Collection<ContentRef> contents, BiFunction<ContentType, List<Long>, List<T>> read) {
        var all = new ArrayList<T>();
        contents.stream()
                .distinct()
                .collect(
                        Collectors.groupingBy(
                                ContentRef::type,
                                () -> new EnumMap<>(ContentType.class),
                                Collectors.mapping(ContentRef::id, Collectors.toList())))
                .forEach((type, ids) -> all.addAll(read.apply(type, ids)));
        return all;
    }
}
