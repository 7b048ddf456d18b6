package rounds.search;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Puts in place of hyphens a sign at which the tokenizer does not cut, so that [CompoundFilter]
/// sees what was written as one; and Latin letters, digits and signs of full width in their usual
/// one, as doses and names of drugs are written in Japanese.
final class HyphenReader extends FilterReader {
    static final char JOINT = '_';

    private static final char FIRST_WIDE = '\uff01';
    private static final char LAST_WIDE = '\uff5e';

    HyphenReader(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : shown((char) read);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            buffer[i] = shown(buffer[i]);
        }
        return read;
    }

    private static char shown(char given) {
        char c = narrow(given);
        return isHyphen(c) ? JOINT : c;
    }

    private static char narrow(char c) {
        return c >= FIRST_WIDE && c <= LAST_WIDE ? (char) (c - FIRST_WIDE + '!') : c;
    }

    /// With the two that Unicode has besides: the plain one, and the one at which no line ends.
    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '\uff0d';
    }
}
