package rounds.topics;

import io.micronaut.context.BeanProvider;

import jakarta.inject.Singleton;

import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.Excerpt;
import rounds.kernel.Titled;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the content is called to which topics point, read through the wall at the moment of
/// reading: one statement for each feature that owns some of it. Needs the viewer's running
/// transaction.
@Singleton
final class Titles {
    private final BeanProvider<ContentOwner> owners;

    Titles(BeanProvider<ContentOwner> owners) {
        this.owners = owners;
    }

    /// What the viewer may not read is absent.
    Map<ContentRef, Titled> of(Collection<ContentRef> contents) {
        var titles = new HashMap<ContentRef, Titled>();
        for (ContentOwner owner : owners) {
            var types = new HashSet<>(owner.types());
            List<ContentRef> its =
                    contents.stream()
                            .filter(content -> types.contains(content.type()))
                            .distinct()
                            .toList();
            if (!its.isEmpty()) {
                owner.titles(its).forEach(one -> titles.put(one.content(), one));
            }
        }
        return titles;
    }

    /// One content with its words; absent where the viewer may not read it.
    Optional<Excerpt> one(ContentRef content) {
        return owners.stream()
                .filter(owner -> owner.types().contains(content.type()))
                .flatMap(owner -> owner.readable(content.type(), List.of(content.id())).stream())
                .findFirst();
    }
}
