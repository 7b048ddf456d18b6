package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;

import java.time.Instant;

/// A community in the directory.
///
/// @param sortKey by which the list is ordered
@MappedEntity("community")
record DirectoryRow(
        @Id long id,
        String slug,
        String name,
        String purpose,
        String audience,
        String visibility,
        String[] languages,
        int members,
        boolean reviewFirstPosts,
        boolean reviewResources,
        boolean secondReader,
        boolean asksIdentifiers,
        boolean membersMayInvite,
        Instant createdAt,
        String @Nullable [] roles,
        String sortKey) {

    Community seenBy(Viewer viewer, Policy policy) {
        return new CommunityRow(
                        id,
                        slug,
                        name,
                        purpose,
                        audience,
                        visibility,
                        languages,
                        members,
                        new Integer[] {0, 0, 0},
                        reviewFirstPosts,
                        reviewResources,
                        secondReader,
                        asksIdentifiers,
                        membersMayInvite,
                        false,
                        createdAt,
                        roles,
                        null)
                .seenBy(viewer, policy);
    }
}
