package rounds.platform.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An image of this site in a text, by its address: `/images/0hzqk8v7m3x2c/1600x900`. The address
/// says how large the image is, so that its place is kept free while it loads, and the text can be
/// laid out without asking anybody: the same words always give the same HTML. Without a size it is
/// shown, too.
///
/// @param width of the largest size there is, in pixels; 0 where the address does not say
public record Embedded(String id, int width, int height) {
    public static final int WIDEST = 2400;

    /// Stands in place of words for an image that shows nothing worth telling: `![-](/images/…)`.
    public static final String DECORATION = "-";

    /// What phones, pages and large screens are served.
    private static final List<Integer> WIDTHS = List.of(480, 1200);

    /// For what does not choose by itself.
    private static final int SHOWN = 1200;

    /// How wide a column of text is.
    private static final String SIZES = "(min-width: 800px) 720px, 100vw";

    private static final Pattern ADDRESS =
            Pattern.compile("/images/([0-9a-hjkmnp-tv-z]{13})(?:/(\\d{1,4})x(\\d{1,5}))?");

    /// The image at that address; null where it leads elsewhere.
    static @Nullable Embedded at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return null;
        }
        if (parts.group(2) == null) {
            return new Embedded(parts.group(1), 0, 0);
        }
        int width = Integer.parseInt(parts.group(2));
        int height = Integer.parseInt(parts.group(3));
        boolean sane = width > 0 && width <= WIDEST && height > 0;
        return new Embedded(parts.group(1), sane ? width : 0, sane ? height : 0);
    }

    /// The widths in which an image of this one is kept besides, the smallest first. One that is
    /// hardly narrower would save nothing.
    public static List<Integer> narrower(int widest) {
        var widths = new ArrayList<Integer>();
        for (int width : WIDTHS) {
            if (width * 5 <= widest * 4) {
                widths.add(width);
            }
        }
        return widths;
    }

    /// As it stands in a text.
    public String address() {
        return "/images/" + id + (width == 0 ? "" : "/" + width + "x" + height);
    }

    /// The largest size.
    String inFull() {
        return "/images/" + id;
    }

    /// The element that shows it.
    ///
    /// @param words what it shows, in place of it for those who do not see it; [#DECORATION], where
    ///   there is nothing to tell; empty, where nobody has told yet
    String element(String words) {
        var html = new StringBuilder("<img src=\"").append(inFull());
        if (width > 0) {
            List<Integer> widths = narrower(width);
            html.append(widths.contains(SHOWN) ? "/" + SHOWN : "").append('"');
            if (!widths.isEmpty()) {
                html.append(" srcset=\"");
                widths.forEach(each -> html.append(source(each)).append(", "));
                html.append(source(width)).append("\" sizes=\"").append(SIZES).append('"');
            }
            html.append(" width=\"" + width + "\" height=\"" + height);
        }
        html.append('"');
        if (!words.isBlank()) {
            html.append(" alt=\"");
            html.append(words.strip().equals(DECORATION) ? "" : Escaping.escapeHtml(words, false));
            html.append('"');
        }
        return html.append(" loading=\"lazy\" decoding=\"async\" />").toString();
    }

    private String source(int each) {
        return inFull() + "/" + each + " " + each + "w";
    }
}
