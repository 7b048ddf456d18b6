package rounds.web.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentType;
import rounds.kernel.Viewer;
import rounds.search.Search;
import rounds.search.SearchHit;
import rounds.search.SearchRequest;

import java.util.List;
import java.util.regex.Pattern;

/// Finds discussions like the one whose title is being typed, among those its author may read: what
/// has been answered need not be asked again.
@Singleton
class Similar {
    private static final int HITS = 5;
    private static final int MORE = 8;
    private static final int LEAST = 4;

    /// What the search would take for an operator; in a title it is a sign like any other.
    private static final Pattern SIGNS = Pattern.compile("[\"“”„«»:]|(?<!\\S)-+");

    private final Search search;

    Similar(Search search) {
        this.search = search;
    }

    List<SearchHit> to(Viewer viewer, String title) {
        return find(viewer, title, "discussion", LEAST, HITS);
    }

    /// Discussions and posts that words find, however few they are.
    List<SearchHit> any(Viewer viewer, String words) {
        // What a library holds is among them, too: a text cannot link to it yet.
        return find(viewer, words, null, 1, 3 * MORE).stream()
                .filter(hit -> hit.excerpt().group().type() == ContentType.DISCUSSION)
                .limit(MORE)
                .toList();
    }

    private List<SearchHit> find(
            Viewer viewer, String title, @Nullable String type, int least, int most) {
        String words = SIGNS.matcher(title).replaceAll(" ").strip();
        if (words.length() < least || words.length() > SearchRequest.LONGEST_QUERY) {
            return List.of();
        }
        return search.find(
                        viewer,
                        new SearchRequest(
                                words, null, null, type, null, null, null, null, most, null))
                .hits();
    }
}
