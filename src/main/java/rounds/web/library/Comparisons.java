package rounds.web.library;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.TextPage;
import rounds.library.TextState;
import rounds.library.Version;
import rounds.platform.difference.Difference;
import rounds.web.library.Comparison.State;

import java.util.List;

/// Compares the texts of two versions, as far as their viewer may read them. It takes its time: not
/// inside a transaction.
@Singleton
class Comparisons {
    /// Letters, some 60 printed pages: what follows is not compared.
    private static final int LONGEST = 200_000;

    private static final int AT_ONCE = 50;

    private final Library library;

    Comparisons(Library library) {
        this.library = library;
    }

    Comparison between(Viewer viewer, long id, Version before, Version after) {
        if (before.text() == TextState.WAITING && before.body() == null
                || after.text() == TextState.WAITING && after.body() == null) {
            return Comparison.none(State.WAITING);
        }
        // Two texts written here are compared as they were written, with their marks.
        String one = before.body();
        String other = after.body();
        if (one == null || other == null) {
            one = text(viewer, id, before);
            other = text(viewer, id, after);
        }
        if (one.isBlank() || other.isBlank()) {
            return Comparison.none(State.NO_TEXT);
        }
        return Comparison.of(
                Difference.between(cut(one), cut(other)),
                one.length() > LONGEST || other.length() > LONGEST);
    }

    /// Empty, where there is none.
    private String text(Viewer viewer, long id, Version version) {
        var text = new StringBuilder();
        int first = 1;
        List<TextPage> pages;
        do {
            pages = library.following(viewer, id, version.number(), first, AT_ONCE);
            for (TextPage page : pages) {
                text.append(page.text()).append("\n\n");
                first = page.number() + 1;
            }
        } while (pages.size() == AT_ONCE && text.length() <= LONGEST);
        return text.toString();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf('\n', LONGEST);
        return text.substring(0, end < LONGEST / 2 ? LONGEST : end);
    }
}
