package rounds.platform.markdown;

import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.util.ast.Node;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// HTML written into one post. A few harmless tags work where they are opened and closed among the
/// same words; everything else is shown as it was typed, since what looks like a tag is often meant
/// as words (`<patient name>`) and words are not lost.
final class RawHtml {

    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG =
            Pattern.compile("</?[a-z]+\\s*>|<abbr\\s[^<>]*>|<br\\s*/>", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLD =
            Pattern.compile("</?details\\s*>", Pattern.CASE_INSENSITIVE);

    private final Set<Node> seen = new HashSet<>();
    private final Set<Node> working = new HashSet<>();

    void inline(HtmlInlineBase tag, HtmlWriter html) {
        Node parent = Objects.requireNonNull(tag.getParent());
        if (seen.add(parent)) {
            findWorking(parent);
        }
        write(tag.getChars().normalizeEOL(), working.contains(tag), html);
    }

    private void findWorking(Node parent) {
        List<Node> nodes = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlInlineBase tag) {
                nodes.add(tag);
                tags.add(tag.getChars().normalizeEOL());
            }
        }
        TagPairs.of(tags, false).stream().mapToObj(nodes::get).forEach(working::add);
    }

    /// A block that begins with `<details>` folds the blocks up to `</details>`.
    void block(String literal, HtmlWriter html) {
        boolean folds = FOLD.matcher(literal.stripLeading()).lookingAt();
        html.line();
        html.raw(folds ? "" : "<p>");
        mixed(literal, folds, html);
        html.raw(folds ? "" : "</p>");
        html.line();
    }

    private static void mixed(String literal, boolean folds, HtmlWriter html) {
        List<MatchResult> tags = TAG.matcher(literal).results().toList();
        BitSet works = TagPairs.of(tags.stream().map(MatchResult::group).toList(), folds);
        int from = 0;
        for (int i = 0; i < tags.size(); i++) {
            MatchResult tag = tags.get(i);
            html.text(literal.substring(from, tag.start()));
            boolean fold = folds && FOLD.matcher(tag.group()).matches();
            write(tag.group(), works.get(i) || fold, html);
            from = tag.end();
        }
        html.text(literal.substring(from));
    }

    private static void write(String tag, boolean works, HtmlWriter html) {
        if (works || BREAK.matcher(tag).matches()) {
            html.raw(tag);
        } else {
            html.text(tag);
        }
    }
}
