package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Viewer;

import java.util.Arrays;

/// The community in which something is to be written, and what the viewer holds there.
@Introspected
record CommunityRow(
        long id, String visibility, boolean reviewFirstPosts, String @Nullable [] roles) {

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer, Visibility.of(visibility), roles == null ? null : Arrays.asList(roles));
    }
}
