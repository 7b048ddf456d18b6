package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;

import java.util.List;

/// The directory of communities.
///
/// @param words that were looked for; may be empty
/// @param language that was chosen, as a code; may be empty
/// @param next the address of the next page, or null on the last
public record DirectoryPage(
        String words, String language, List<Community> communities, @Nullable String next) {}
