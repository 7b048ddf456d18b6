package rounds.web.community;

import rounds.community.Community;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The settings of a community.
///
/// @param filled the form of its words and ways
/// @param readers the form of who reads it
public record SettingsPage(Community community, Filled filled, Filled readers) {

    static SettingsPage now(Community community) {
        return new SettingsPage(community, words(community), readers(community));
    }

    static SettingsPage refused(Community community, Filled filled) {
        return new SettingsPage(community, filled, readers(community));
    }

    static SettingsPage visibilityRefused(Community community, Filled readers) {
        return new SettingsPage(community, words(community), readers);
    }

    private static Filled words(Community community) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("name", List.of(community.name()));
        fields.put("purpose", List.of(community.purpose()));
        fields.put("audience", List.of(community.audience()));
        fields.put("languages", community.languages());
        fields.put("reviewFirstPosts", ticked(community.reviewFirstPosts()));
        fields.put("reviewResources", ticked(community.reviewResources()));
        fields.put("secondReader", ticked(community.secondReader()));
        fields.put("asksIdentifiers", ticked(community.asksIdentifiers()));
        fields.put("membersMayInvite", ticked(community.membersMayInvite()));
        return Filled.of(new Form(fields));
    }

    private static Filled readers(Community community) {
        return Filled.with(Map.of("visibility", community.visibility().code()));
    }

    private static List<String> ticked(boolean on) {
        return on ? List.of("on") : List.of();
    }
}
