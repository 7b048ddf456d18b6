package rounds.web.feeds;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a feed's address asks for: `latest`, `c/{slug}`, `c/{slug}/tags/{tag}`, `tags/{tag}`,
/// `d/{id}` or `u/{handle}`, each with `.atom` behind it, and `k/{key}/` before it where somebody
/// reads with her key.
///
/// @param key absent: only what is public
/// @param name of the community, the discussion or the person; empty for the site
/// @param tag empty: any
record FeedAddress(@Nullable String key, Of of, String name, String tag) {

    enum Of {
        SITE,
        COMMUNITY,
        DISCUSSION,
        PERSON
    }

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:k/(?<key>[A-Za-z0-9_-]{20,100})/)?"
                            + "(?:(?<site>latest)|c/(?<community>[^/]{1,80})(?:/tags/(?<own>[^/]{1,200}))?"
                            + "|tags/(?<tag>[^/]{1,200})|d/(?<discussion>[^/]{1,20})|u/(?<person>[^/]{1,80}))\\.atom");

    /// @throws ProblemException not found, for an address that no feed has
    static FeedAddress parse(String path) {
        Matcher found = FORM.matcher(path);
        if (!found.matches()) {
            throw ProblemException.notFound();
        }
        String key = found.group("key");
        if (found.group("community") != null) {
            return of(key, Of.COMMUNITY, found.group("community"), found.group("own"));
        }
        if (found.group("discussion") != null) {
            return of(key, Of.DISCUSSION, found.group("discussion"), null);
        }
        if (found.group("person") != null) {
            return of(key, Of.PERSON, found.group("person"), null);
        }
        return of(key, Of.SITE, "", found.group("tag"));
    }

    private static FeedAddress of(@Nullable String key, Of of, String name, @Nullable String tag) {
        return new FeedAddress(key, of, name, tag == null ? "" : tag);
    }
}
