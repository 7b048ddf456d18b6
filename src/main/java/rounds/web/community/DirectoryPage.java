package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;

import java.util.List;
import java.util.Set;

/// The directory of communities.
///
/// @param words that were looked for; may be empty
/// @param language that was chosen, as a code; may be empty
/// @param asked the ids of those that the viewer asked to let her in, and that have not answered
/// @param next the address of the next page, or null on the last
public record DirectoryPage(
        String words,
        String language,
        List<Community> communities,
        Set<Long> asked,
        @Nullable String next) {}
