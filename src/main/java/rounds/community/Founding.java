package rounds.community;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a person says to found a community.
///
/// @param slug the address she wants below `/c/`, or null for one made from the name
/// @param audience who it is for
/// @param languages in which people write there, as codes
public record Founding(
        String name,
        @Nullable String slug,
        String purpose,
        String audience,
        Visibility visibility,
        List<String> languages) {

    Founding checked() {
        var entered = new Entered();
        var founding =
                new Founding(
                        entered.name("name", name),
                        slug == null || slug.isBlank() ? null : entered.slug("slug", slug),
                        entered.words("purpose", purpose, 2000),
                        entered.words("audience", audience, 1000),
                        visibility,
                        entered.languages("languages", languages));
        entered.requireGood();
        return founding;
    }
}
