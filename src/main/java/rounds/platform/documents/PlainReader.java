package rounds.platform.documents;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PushbackReader;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads text, Markdown and tables of values: parts of some 3,000 letters, cut where a line is
/// empty, or in Markdown where a heading stands.
final class PlainReader {
    private static final int LONG = 3_000;
    private static final int LONGEST = 6_000;
    private static final int SHORT = 400;
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)[\\s#]*");

    /// Empty lines, up to the first that is not.
    private static final Pattern BLANK = Pattern.compile("^(?:[ \\t]*\\n)++");

    private final Report report;
    private final DocumentType type;
    private final StringBuilder part = new StringBuilder();
    private int number = 1;
    private String heading = "";
    private String title = "";
    private boolean code;
    private char between = ',';
    private List<String> names = List.of();

    private PlainReader(DocumentType type, Report report) {
        this.type = type;
        this.report = report;
    }

    static void read(Path file, DocumentType type, Report report)
            throws RefusedDocument, IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Bytes bytes = new Bytes(channel);
            Charset charset =
                    Letters.of(bytes).orElseThrow(() -> new RefusedDocument(Refusal.TYPE));
            var letters = new PushbackReader(Letters.reader(bytes, charset));
            new PlainReader(type, report).read(letters);
        }
    }

    private void read(PushbackReader in) throws IOException {
        for (String line = line(in); line != null; line = line(in)) {
            add(line);
        }
        tell();
        report.head(title, List.of(), null, number);
    }

    /// With its end, or a piece of one that is too long.
    private static @Nullable String line(PushbackReader in) throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            if (letter == '\r') {
                int next = in.read();
                if (next >= 0 && next != '\n') {
                    in.unread(next);
                }
                letter = '\n';
            }
            line.append((char) letter);
            boolean breaks = line.length() >= LONGEST && Character.isWhitespace(letter);
            if (letter == '\n'
                    || breaks
                    || line.length() >= 2 * LONGEST && !Character.isHighSurrogate((char) letter)) {
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private void add(String line) throws IOException {
        String bare = line.strip();
        if (type == DocumentType.MD && (bare.startsWith("```") || bare.startsWith("~~~"))) {
            code = !code;
        }
        Matcher head = HEADING.matcher(bare);
        if (type == DocumentType.MD && !code && head.matches()) {
            head(head.group(1));
        } else if (part.length() + line.length() > LONGEST
                || part.length() > LONG && (bare.isEmpty() || type == DocumentType.CSV)) {
            cut();
        }
        part.append(line);
    }

    private void head(String words) throws IOException {
        if (part.length() > SHORT) {
            cut();
        }
        if (part.toString().isBlank() || heading.isEmpty()) {
            heading = words;
        }
        title = title.isEmpty() ? words : title;
    }

    private void cut() throws IOException {
        if (!part.toString().isBlank()) {
            tell();
            number++;
        }
    }

    private String shown(String text) {
        return switch (type) {
            case MD -> text;
            case CSV -> table(text);
            default -> "";
        };
    }

    /// Under the names of the columns, which stand in the first line of the file.
    private String table(String text) {
        if (names.isEmpty()) {
            between = SeparatedValues.between(text);
        }
        var table = new Table();
        if (!names.isEmpty()) {
            table.row(names);
        }
        List<List<String>> rows = SeparatedValues.rows(text, between);
        rows.forEach(table::row);
        if (names.isEmpty() && !rows.isEmpty()) {
            names = rows.getFirst();
        }
        return table.markdown();
    }

    private void tell() throws IOException {
        String text = BLANK.matcher(part).replaceFirst("").stripTrailing();
        report.page(new PageText(number, heading, text, shown(text)));
        part.setLength(0);
    }
}
