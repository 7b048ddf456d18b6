package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Viewer;

import java.util.Arrays;

/// The community in which a topic is proposed, and what the viewer holds there.
@Introspected
record TopicRoomRow(long id, String visibility, String @Nullable [] roles) {

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer, Visibility.of(visibility), roles == null ? null : Arrays.asList(roles));
    }
}
