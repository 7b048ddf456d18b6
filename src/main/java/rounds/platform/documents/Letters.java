package rounds.platform.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// How the letters of a text are written.
final class Letters {
    /// What older programs of our readers write; it leaves five bytes without a letter.
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int PIECE = 64 << 10;

    private Letters() {}

    /// The charset in which the whole file makes sense; none, where it is no text.
    static Optional<Charset> of(Bytes bytes) throws IOException {
        for (Charset charset : candidates(bytes.head())) {
            if (isText(bytes.stream(), charset)) {
                return Optional.of(charset);
            }
        }
        return Optional.empty();
    }

    /// Without the mark in front.
    static Reader reader(Bytes bytes, Charset charset) throws IOException {
        var letters =
                new PushbackReader(
                        new BufferedReader(new InputStreamReader(bytes.stream(), charset)));
        int mark = letters.read();
        if (mark >= 0 && mark != '\ufeff') {
            letters.unread(mark);
        }
        return letters;
    }

    private static List<Charset> candidates(String head) {
        if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
            return List.of(StandardCharsets.UTF_16);
        }
        return head.startsWith("\u00ef\u00bb\u00bf")
                ? List.of(StandardCharsets.UTF_8)
                : List.of(StandardCharsets.UTF_8, WINDOWS);
    }

    private static boolean isText(InputStream in, Charset charset) throws IOException {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        CharBuffer letters = CharBuffer.allocate(PIECE);
        boolean more = true;
        while (more) {
            int read = in.read(piece.array(), piece.position(), piece.remaining());
            more = read >= 0;
            piece.limit(piece.position() + Math.max(read, 0)).position(0);
            CoderResult result = decoder.decode(piece, letters, !more);
            if (result.isError() || !isWritten(letters.flip())) {
                return false;
            }
            letters.clear();
            piece.compact();
        }
        return true;
    }

    /// No text has NUL or the signs that once steered printers, but for tabs, ends of lines and of
    /// pages. Escape stands in logs of terminals.
    private static boolean isWritten(CharBuffer letters) {
        while (letters.hasRemaining()) {
            char letter = letters.get();
            if (letter < ' ' && "\t\n\r\f\u000b\u001b".indexOf(letter) < 0 || letter == '\uffff') {
                return false;
            }
        }
        return true;
    }
}
