package rounds.library;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Viewer;

import java.util.Arrays;

/// The community in which a resource is shared, and what the viewer holds there.
@Introspected
record RoomRow(long id, String visibility, boolean reviewResources, String @Nullable [] roles) {

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer, Visibility.of(visibility), roles == null ? null : Arrays.asList(roles));
    }
}
