package rounds.platform.markdown;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.settings.Settings;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes safe HTML from what people write: the only maker of HTML from people's words.
///
/// Text is laid out in a time that its length bounds; what would take longer is refused with a
/// [Problem.Invalid] on `body`, never with a crash. Characters are kept as they are written, those
/// that steer direction and those of no width included; only what no database keeps is replaced,
/// see [#tidy(String)].
@Singleton
public final class Markdown {

    /// Raised whenever the same text would give other HTML; a background job renders the rest anew.
    public static final int VERSION = 6;

    /// Raised to [#VERSION] when a hole is closed: older HTML is then rendered anew when read.
    public static final int SAFE_VERSION = 1;

    /// Characters (UTF-16 units, as a text area's `maxlength` counts) of a post.
    public static final int LONGEST = 64_000;

    static final Problem TOO_TANGLED = new Problem.Invalid("body", "markdown.too-tangled");

    private static final Logger LOG = LoggerFactory.getLogger(Markdown.class);
    private static final Pattern ID_PREFIX = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    /// Nearly all posts: under a millisecond, and no deeper than 600 marks can nest.
    private static final int QUICK_LENGTH = 16_000;

    private final Layout quick;
    private final Layout thorough;
    private final Sanitiser sanitiser = new Sanitiser();
    private final Watched watched = new Watched();

    @Inject
    Markdown(Settings settings) {
        this(settings.baseUrl().toString());
    }

    /// Where the address of the site is not known: of links only paths are its own.
    Markdown() {
        this("");
    }

    /// @param site its address, without a slash at its end
    Markdown(String site) {
        quick = new Layout(400_000, site);
        thorough = new Layout(250_000_000, site);
    }

    /// The same words always give the same HTML; two posts with the same words and footnotes on one
    /// page need [#render(String, String)].
    public Html render(String source) {
        return render(source, "n" + Integer.toHexString(source.hashCode()));
    }

    /// @param idPrefix of the ids of footnotes, one to a post: letters, digits and hyphens, at most
    ///   40
    public Html render(String source, String idPrefix) {
        return render(source, idPrefix, Names.none());
    }

    /// The same where the text may name people.
    ///
    /// @param names takes in what the text holds of them
    public Html render(String source, String idPrefix, Names names) {
        if (!ID_PREFIX.matcher(idPrefix).matches()) {
            throw new IllegalArgumentException("No prefix of ids: " + idPrefix);
        }
        String text = tidy(source);
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw ProblemException.invalid("body", "markdown.too-long", length, LONGEST);
        }
        return new Html(html(text, idPrefix, names), VERSION);
    }

    /// For words that must be shown whatever they are, as when they were written elsewhere or
    /// before a limit was lowered: what [#render(String, String)] refuses comes out as it was
    /// written.
    public Html show(String source, String idPrefix) {
        return show(source, idPrefix, Names.none());
    }

    /// The same where the text may name people.
    public Html show(String source, String idPrefix, Names names) {
        try {
            return render(source, idPrefix, names);
        } catch (ProblemException refused) {
            return asWritten(source);
        }
    }

    /// What is to be stored in place of HTML that an older version made. Empty when the processor
    /// had too little time to tell: the words are to be tried again, and not to lose their layout.
    public Optional<Html> renewed(String source, String idPrefix, Names names) {
        try {
            return Optional.of(render(source, idPrefix, names));
        } catch (ProblemException refused) {
            return refused.problem().equals(Watched.BUSY)
                    ? Optional.empty()
                    : Optional.of(asWritten(source));
        }
    }

    /// Stored HTML where it may be trusted, else made anew from its source.
    public Html current(Html stored, String source, String idPrefix) {
        return stored.isUnsafe() ? show(source, idPrefix) : stored;
    }

    /// Paragraphs and lines of the text, without any layout. Refuses nothing.
    public Html asWritten(String source) {
        var html = new StringBuilder();
        for (String paragraph : tidy(source).split("\n\\s*\n")) {
            html.append("<p>").append(escape(paragraph).replace("\n", "<br>")).append("</p>\n");
        }
        return new Html(sanitiser.sanitise(html.toString()), VERSION);
    }

    /// The words of a text without markup, see [Html#plainText()].
    public String plainText(String source) {
        return show(source, "n").plainText();
    }

    /// How a text is to be stored: ends of lines as `\n`; U+0000, which PostgreSQL cannot keep, and
    /// halves of surrogate pairs, which UTF-8 cannot, replaced by U+FFFD.
    public static String tidy(String source) {
        String text = source.indexOf('\r') < 0 ? source : LINE_END.matcher(source).replaceAll("\n");
        text = text.replace('\0', '\uFFFD');
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : whole(text);
    }

    private static String whole(String text) {
        int[] codePoints =
                text.codePoints().map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c).toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    private String html(String text, String idPrefix, Names names) {
        if (Tangle.isIn(text)) {
            throw new ProblemException(TOO_TANGLED);
        }
        if (text.length() <= QUICK_LENGTH) {
            try {
                return lay(quick, text, idPrefix, names);
            } catch (ProblemException needsMore) {
                return watched.run(() -> lay(thorough, text, idPrefix, names));
            }
        }
        return watched.run(() -> lay(thorough, text, idPrefix, names));
    }

    /// A fault of the parser on some text is that text's fault for its author, who must get it
    /// back.
    private String lay(Layout layout, String text, String idPrefix, Names names) {
        try {
            return sanitiser.sanitise(layout.html(text, idPrefix, names));
        } catch (ProblemException refused) {
            throw refused;
        } catch (StackOverflowError | RuntimeException fault) {
            LOG.warn(
                    "A text of {} characters could not be laid out: {}",
                    text.length(),
                    fault.toString());
            throw new ProblemException(TOO_TANGLED);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
