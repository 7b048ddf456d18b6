package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import rounds.community.Community;
import rounds.platform.database.Ids;

import java.util.List;

/// A community.
///
/// @param may the codes of what the viewer may do there
@Serdeable
record CommunityJson(
        String id,
        String url,
        String slug,
        String name,
        String purpose,
        String audience,
        String visibility,
        List<String> languages,
        int members,
        boolean member,
        List<String> may) {

    static CommunityJson of(Community community, String baseUrl) {
        return new CommunityJson(
                Ids.text(community.id()),
                baseUrl + community.path(),
                community.slug(),
                community.name(),
                community.purpose(),
                community.audience(),
                community.visibility().code(),
                community.languages(),
                community.members(),
                community.standing().isMember(),
                community.may().stream().sorted().toList());
    }
}
