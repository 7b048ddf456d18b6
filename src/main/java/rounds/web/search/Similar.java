package rounds.web.search;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.search.Facet;
import rounds.search.Search;
import rounds.search.SearchHit;
import rounds.search.SearchRequest;
import rounds.search.SearchResults;
import rounds.search.Understood;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what is like something that has a title, among what the viewer may read: what has been
/// answered need not be asked again, and what one reads has its like.
@Singleton
public class Similar {
    private static final int HITS = 5;
    private static final int MORE = 8;
    private static final int BESIDE = 4;
    private static final int NEAREST = 2;
    private static final int LEAST = 4;

    /// What the search would take for an operator; in a title it is a sign like any other.
    private static final Pattern SIGNS = Pattern.compile("[\"“”„«»:]|(?<!\\S)-+");

    private final Search search;

    Similar(Search search) {
        this.search = search;
    }

    /// Discussions like the one whose title is being typed.
    public List<SearchHit> to(Viewer viewer, String title) {
        return find(viewer, title, "discussion", LEAST, HITS);
    }

    /// What a text can link to: what is called so, as far as its title is typed.
    public List<Excerpt> any(Viewer viewer, String words) {
        return search.titled(viewer, words, MORE);
    }

    /// Resources and discussions like this one, without itself; fewer where none holds all words of
    /// its title. Looked for outside of any transaction.
    public List<SearchHit> beside(Viewer viewer, ContentRef content, String title) {
        return Stream.of("resource", "discussion")
                .flatMap(type -> beside(viewer, content, title, type))
                .toList();
    }

    private Stream<SearchHit> beside(Viewer viewer, ContentRef content, String title, String type) {
        SearchResults found = results(viewer, title, type, LEAST, BESIDE + 1);
        if (found == null) {
            return Stream.empty();
        }
        boolean all = found.understood().match() == Understood.Match.ALL;
        return found.hits().stream()
                .filter(hit -> !hit.excerpt().group().equals(content))
                .limit(all ? BESIDE : NEAREST);
    }

    /// Discussions, resources and case stories with words like these, the nearest of each first, by
    /// turns; private notes are none of them. Looked for outside of any transaction.
    public List<Excerpt> gather(Viewer viewer, String words, int most) {
        List<List<Excerpt>> found =
                Stream.of("discussion", "resource", "case_story")
                        .map(type ->
                                find(viewer, words, type, LEAST, most).stream()
                                        .map(SearchHit::excerpt)
                                        .filter(one -> !one.conversation())
                                        .toList())
                        .toList();
        var gathered = new LinkedHashMap<ContentRef, Excerpt>();
        for (int at = 0; at < most; at++) {
            for (List<Excerpt> its : found) {
                if (at < its.size()) {
                    gathered.putIfAbsent(its.get(at).whole(), its.get(at));
                }
            }
        }
        return gathered.values().stream().limit(most).toList();
    }

    private List<SearchHit> find(
            Viewer viewer, String title, @Nullable String type, int least, int most) {
        SearchResults found = results(viewer, title, type, least, most);
        return found == null ? List.of() : found.hits();
    }

    /// Null for words that are too few or too many to look for.
    private @Nullable SearchResults results(
            Viewer viewer, String title, @Nullable String type, int least, int most) {
        String words = SIGNS.matcher(title).replaceAll(" ").strip();
        if (words.length() < least || words.length() > SearchRequest.LONGEST_QUERY) {
            return null;
        }
        return search.find(viewer, SearchRequest.of(words).with(Facet.TYPE, type).limit(most));
    }
}
