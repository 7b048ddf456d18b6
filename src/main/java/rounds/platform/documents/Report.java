package rounds.platform.documents;

import org.jspecify.annotations.Nullable;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a reader tells, sent on as it comes, so that a long document takes no more memory than its
/// longest page.
final class Report {
    static final byte CAGE = 'c';
    static final byte HEAD = 'h';
    static final byte PAGE = 'p';
    static final byte REFUSAL = 'r';
    static final byte TROUBLE = 't';
    static final byte END = 'e';

    /// Letters of a document: a dozen thick books. The server keeps them while it works on them.
    static final long LONGEST = 20_000_000;

    /// Letters of one page. A sheet of a spreadsheet may have a million rows.
    static final int LONGEST_PAGE = 4_000_000;

    private static final int LONGEST_WORD = 500;
    private static final int MOST_AUTHORS = 200;

    private final DataOutputStream out;
    private long told;
    private boolean partial;
    private boolean tooLong;
    private boolean anything;

    Report(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /// Told again, the last counts.
    void head(String title, List<String> authors, @Nullable String language, int pageCount)
            throws IOException {
        out.writeByte(HEAD);
        text(word(title));
        List<String> few = authors.subList(0, Math.min(authors.size(), MOST_AUTHORS));
        out.writeInt(few.size());
        for (String author : few) {
            text(word(author));
        }
        text(language == null ? "" : word(language));
        out.writeInt(pageCount);
    }

    private static String word(String text) {
        String tidy = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return tidy.length() <= LONGEST_WORD ? tidy : tidy.substring(0, LONGEST_WORD).strip();
    }

    /// @throws EnoughException when more is not taken
    void page(PageText page) throws IOException {
        if (page.text().isBlank()) {
            return;
        }
        told += page.text().length();
        if (told > LONGEST || page.text().length() > LONGEST_PAGE) {
            tooLong = true;
            throw new EnoughException();
        }
        anything = true;
        out.writeByte(PAGE);
        out.writeInt(page.number());
        text(word(page.heading()));
        text(page.text());
        text(page.markdown());
        out.flush();
    }

    /// Something was left out.
    void partial() {
        partial = true;
    }

    void tooLong() {
        tooLong = true;
    }

    void refusal(Refusal refusal) throws IOException {
        out.writeByte(REFUSAL);
        text(refusal.name());
        out.flush();
    }

    /// For the log, never with words of the document.
    void trouble(Throwable what) throws IOException {
        out.writeByte(TROUBLE);
        StackTraceElement[] trace = what.getStackTrace();
        text(what.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
        partial = true;
    }

    void cage(String missing) throws IOException {
        out.writeByte(CAGE);
        text(missing);
        out.flush();
    }

    void end() throws IOException {
        out.writeByte(END);
        text(problem());
        out.flush();
    }

    private String problem() {
        if (tooLong) {
            return Extracted.Problem.TOO_LONG.name();
        }
        if (partial) {
            return (anything ? Extracted.Problem.PARTIAL : Extracted.Problem.FAILED).name();
        }
        return anything ? "" : Extracted.Problem.NO_TEXT.name();
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// The reader may stop.
    static final class EnoughException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
