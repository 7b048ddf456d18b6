package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A community and what its reader holds in it.
///
/// @param others in a conversation, a handle, a blank and a name each; absent in a community
@MappedEntity("community")
record CommunityRow(
        @Id long id,
        String slug,
        String name,
        String purpose,
        String audience,
        String visibility,
        String[] languages,
        int members,
        Integer[] waiting,
        boolean reviewFirstPosts,
        boolean reviewResources,
        boolean secondReader,
        boolean asksIdentifiers,
        boolean membersMayInvite,
        boolean glossary,
        Instant createdAt,
        String @Nullable [] roles,
        String @Nullable [] others) {

    Community seenBy(Viewer viewer, Policy policy) {
        var visible = Visibility.of(visibility);
        var standing = Standing.of(viewer, visible, roles == null ? null : Arrays.asList(roles));
        return new Community(
                id,
                slug,
                name,
                purpose,
                audience,
                visible,
                List.of(languages),
                members,
                Waiting.of(waiting),
                reviewFirstPosts,
                reviewResources,
                secondReader,
                asksIdentifiers,
                membersMayInvite,
                glossary,
                createdAt,
                standing,
                policy.allowed(standing, membersMayInvite),
                others == null ? null : Conversation.of(others));
    }
}
