package rounds.platform.documents;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// What the process that reads a document has told so far. It is believed in nothing but words: one
/// that was taken over by what it reads can only lie about that.
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final AtomicBoolean SAID = new AtomicBoolean();
    private static final int LONGEST_TEXT = 4 * Report.LONGEST_PAGE;

    private final DataInputStream in;
    private final boolean brief;
    private final List<PageText> pages = new ArrayList<>();
    private long letters;
    private String title = "";
    private List<String> authors = List.of();
    private @Nullable String language;
    private int pageCount;
    private Extracted.@Nullable Problem problem;
    private volatile @Nullable Refusal refusal;
    private volatile boolean begun;
    private volatile boolean ended;

    /// @param brief whether what the file says about itself and its first page are enough
    Reading(InputStream in, boolean brief) {
        this.brief = brief;
        this.in = new DataInputStream(new BufferedInputStream(in, 64 << 10));
    }

    /// Takes in all of it, or what came before it broke off.
    void run() {
        try {
            for (int kind = in.read(); kind >= 0 && !ended && refusal == null; kind = in.read()) {
                take((byte) kind);
            }
        } catch (IOException | IllegalArgumentException brokenOff) {
            LOG.debug("A document's reader broke off", brokenOff);
        }
    }

    private void take(byte kind) throws IOException {
        switch (kind) {
            case Report.CAGE -> {
                begun = true;
                sayOnce(text());
            }
            case Report.HEAD -> head();
            case Report.PAGE -> page();
            case Report.REFUSAL -> refusal = Refusal.valueOf(text());
            case Report.TROUBLE -> LOG.info("A document could not be read: {}", text());
            case Report.END -> {
                String told = text();
                problem = told.isEmpty() ? null : Extracted.Problem.valueOf(told);
                ended = true;
            }
            default -> throw new IOException("no such word: " + kind);
        }
    }

    private static void sayOnce(String missing) {
        if (!missing.isEmpty() && !SAID.getAndSet(true)) {
            LOG.warn(
                    "Documents are read in a process that is not fully shut in: {}.",
                    missing.replaceAll("[^\\w ,]", ""));
        }
    }

    private void head() throws IOException {
        title = text();
        var told = new ArrayList<String>();
        int count = in.readInt();
        for (int i = 0; i < count && i < 1000; i++) {
            told.add(text());
        }
        authors = told;
        String code = text();
        language = code.isEmpty() ? null : code;
        pageCount = Math.max(in.readInt(), 0);
    }

    private void page() throws IOException {
        var page = new PageText(in.readInt(), text(), text(), text());
        letters += page.text().length() + page.markdown().length() + 100L;
        if (letters > 3 * Report.LONGEST) {
            throw new IOException("more than was agreed");
        }
        pages.add(page);
        ended = brief;
    }

    private String text() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean begun() {
        return begun;
    }

    boolean ended() {
        return ended || refusal != null;
    }

    /// @param outOfTime whether it was ended from here
    Extracted result(DocumentType type, boolean outOfTime) throws RefusedDocument {
        if (refusal != null) {
            throw new RefusedDocument(refusal);
        }
        List<PageText> healed = Healing.healed(pages, type);
        return new Extracted(
                Healing.line(title),
                authors,
                language,
                Math.max(pageCount, pages.isEmpty() ? 0 : pages.getLast().number()),
                healed,
                ended ? problem : brokenOff(outOfTime));
    }

    private Extracted.Problem brokenOff(boolean outOfTime) {
        if (pages.isEmpty()) {
            return Extracted.Problem.FAILED;
        }
        return outOfTime ? Extracted.Problem.TOO_LONG : Extracted.Problem.PARTIAL;
    }
}
