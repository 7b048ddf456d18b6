package rounds.search;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Puts in place of hyphens a sign at which the tokenizer does not cut, so that [CompoundFilter]
/// sees what was written as one.
final class HyphenReader extends FilterReader {
    static final char JOINT = '_';

    HyphenReader(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read >= 0 && isHyphen((char) read) ? JOINT : read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            if (isHyphen(buffer[i])) {
                buffer[i] = JOINT;
            }
        }
        return read;
    }

    /// With the two that Unicode has besides: the plain one, and the one at which no line ends.
    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }
}
