package rounds.web.library;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.TextPage;
import rounds.search.Inside;
import rounds.search.Passage;
import rounds.web.library.Found.FoundPage;

import java.util.ArrayList;
import java.util.List;

/// Finds the pages of a document on which words stand, in the text that the viewer may read.
@Singleton
class DocumentSearch {
    private static final int MOST_HITS = 100;
    private static final int AT_ONCE = 50;

    /// Letters, some 2,000 printed pages: more is not looked through for one question.
    private static final int FARTHEST = 6_000_000;

    private static final int LONGEST_QUESTION = 200;

    private final Library library;
    private final Inside inside;

    DocumentSearch(Library library, Inside inside) {
        this.library = library;
        this.inside = inside;
    }

    /// A question of somebody, cut where it is longer than any that means something.
    static String question(String typed) {
        String q = typed.strip();
        return q.length() <= LONGEST_QUESTION ? q : q.substring(0, LONGEST_QUESTION);
    }

    Inside.Wanted wanted(String q, String language) {
        return inside.wanted(q, language);
    }

    /// Where no page holds all the words, those that hold some of them.
    ///
    /// @param language of the document
    Found find(Viewer viewer, long id, int number, String q, String language) {
        Found all = find(viewer, id, number, q, inside.wanted(q, language));
        if (!all.pages().isEmpty()) {
            return all;
        }
        Found some = find(viewer, id, number, q, inside.anyOf(q, language));
        return some.pages().isEmpty() ? all : some.some();
    }

    private Found find(Viewer viewer, long id, int number, String q, Inside.Wanted wanted) {
        var found = new ArrayList<FoundPage>();
        int read = 0;
        int first = 1;
        while (true) {
            List<TextPage> pages = library.following(viewer, id, number, first, AT_ONCE);
            for (TextPage page : pages) {
                // The index holds the heading with the text.
                String text = page.heading().isEmpty() ? page.text() : whole(page);
                Passage best = wanted.best(text);
                if (best != null && found.size() == MOST_HITS) {
                    return new Found(q, found, true, false);
                }
                if (best != null) {
                    found.add(new FoundPage(page.number(), best));
                }
                read += page.text().length();
            }
            if (pages.size() < AT_ONCE || read > FARTHEST) {
                return new Found(q, found, read > FARTHEST, false);
            }
            first = pages.getLast().number() + 1;
        }
    }

    private static String whole(TextPage page) {
        return page.text().startsWith(page.heading())
                ? page.text()
                : page.heading() + "\n" + page.text();
    }
}
