package rounds.platform.markdown;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds `[[d:id]]` and `[[d:id|words]]`. Whatever else begins with two brackets is left to the
/// parser.
final class PointerParser implements InlineParserExtension {

    /// A bar within a table is written with a backslash.
    private static final Pattern FORM =
            Pattern.compile(
                    "\\[\\[([dprct]):([0-9A-Za-z]{13})(?:\\\\?\\|([^\\[\\]\\n|]{0,200}))?]]");

    private PointerParser() {}

    @Override
    public void finalizeDocument(InlineParser parser) {}

    @Override
    public void finalizeBlock(InlineParser parser) {}

    @Override
    public boolean parse(LightInlineParser parser) {
        BasedSequence input = parser.getInput();
        int at = parser.getIndex();
        if (at + 3 >= input.length()
                || input.charAt(at + 1) != '['
                || input.charAt(at + 3) != ':') {
            return false;
        }
        Matcher form = FORM.matcher(input).region(at, input.length());
        if (!form.lookingAt()) {
            return false;
        }
        String words = form.group(3);
        parser.flushTextNode();
        parser.getBlock()
                .appendChild(
                        new Pointer(
                                input.subSequence(at, form.end()),
                                path(form.group(1)) + form.group(2).toLowerCase(Locale.ROOT),
                                words == null ? "" : words.strip()));
        parser.setIndex(form.end());
        return true;
    }

    private static String path(String sign) {
        return switch (sign) {
            case "c" -> "/cases/";
            case "t" -> "/focus/";
            default -> "/" + sign + "/";
        };
    }

    static final class Factory implements InlineParserExtensionFactory {

        @Override
        public CharSequence getCharacters() {
            return "[";
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }

        @Override
        public InlineParserExtension apply(LightInlineParser parser) {
            return new PointerParser();
        }
    }
}
