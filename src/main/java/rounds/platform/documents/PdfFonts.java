package rounds.platform.documents;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The one font that pdfbox brings stands in for all that a document names without having them: the
/// machine's own are not looked for, which would take seconds and read hundreds of files. Words do
/// not depend on it.
final class PdfFonts implements FontMapper {
    private static final String ONLY =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private @Nullable TrueTypeFont font;

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
            String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
            String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
        return new CIDFontMapping(null, font(), true);
    }

    private synchronized TrueTypeFont font() {
        if (font == null) {
            font = read();
        }
        return font;
    }

    private static TrueTypeFont read() {
        try (InputStream in = TTFParser.class.getResourceAsStream(ONLY)) {
            if (in == null) {
                throw new IllegalStateException(ONLY);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
