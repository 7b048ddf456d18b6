package rounds.web.feeds;

import org.jspecify.annotations.Nullable;

import rounds.community.Mine;
import rounds.identity.FeedKey;

import java.util.List;

/// A person's key to private feeds.
///
/// @param key absent: she has none
/// @param root where feeds with the key that was just made begin; absent at any other time
public record FeedsPage(
        @Nullable FeedKey key, @Nullable String root, String baseUrl, List<Mine> communities) {}
