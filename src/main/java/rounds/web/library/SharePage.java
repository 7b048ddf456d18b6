package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.library.Licence;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.library.Upload;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which somebody puts something into the library.
///
/// @param form `file`, `link` or `text`
/// @param original what it is an adaptation of; null where it is none
/// @param request the discussion in which it was looked for; null where it answers none
/// @param uploads files that she has sent and not shared yet
public record SharePage(
        Community community,
        String form,
        List<Upload> uploads,
        @Nullable Resource original,
        @Nullable Discussion request,
        Filled filled) {

    public List<String> kinds() {
        return ResourceKind.codes();
    }

    public List<String> licences() {
        return Licence.codes();
    }
}
