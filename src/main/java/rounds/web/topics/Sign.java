package rounds.web.topics;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.platform.database.Ids;

/// Content as our forms and addresses name it: by the letter with which people link to it.
final class Sign {

    /// `r:0hzqk8v7m3x2c` for a resource; `d`, `p` and `c` for a discussion, a post and a story.
    static String of(ContentRef content) {
        return letter(content.type()) + ":" + Ids.text(content.id());
    }

    private static String letter(ContentType type) {
        return switch (type) {
            case DISCUSSION -> "d";
            case POST -> "p";
            case RESOURCE, PAGE -> "r";
            case CASE_STORY -> "c";
            default -> throw new IllegalArgumentException("Nobody links to a " + type.code());
        };
    }

    /// @throws ProblemException not found, for what is none
    static ContentRef read(String sign) {
        String[] parts = sign.split(":", 2);
        ContentType type =
                switch (parts[0]) {
                    case "d" -> ContentType.DISCUSSION;
                    case "p" -> ContentType.POST;
                    case "r" -> ContentType.RESOURCE;
                    case "c" -> ContentType.CASE_STORY;
                    default -> throw ProblemException.notFound();
                };
        return new ContentRef(type, Ids.parse(parts.length == 2 ? parts[1] : ""));
    }

    private Sign() {}
}
