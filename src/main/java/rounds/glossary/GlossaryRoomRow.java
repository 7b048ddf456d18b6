package rounds.glossary;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Viewer;

import java.util.Arrays;

/// The community whose glossary it is, and what the viewer holds there.
@Introspected
record GlossaryRoomRow(long id, String visibility, String @Nullable [] roles) {

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer, Visibility.of(visibility), roles == null ? null : Arrays.asList(roles));
    }
}
