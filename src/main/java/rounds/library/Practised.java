package rounds.library;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What has become of a resource in practice, as far as its viewer may read it.
///
/// @param uses by others than the viewer, the newest first, at most [InPractice#SHOWN]
/// @param mine the viewer's own; null where she has not said that she used it
/// @param may whether she may say so
/// @param adaptations the newest first, at most [InPractice#SHOWN]
public record Practised(
        List<Use> uses, @Nullable Use mine, boolean may, List<Adapted> adaptations) {

    public static final Practised NOTHING = new Practised(List.of(), null, false, List.of());
}
