package rounds.library.citation;

import java.util.List;
import java.util.StringJoiner;

/// A reference as one line in the style of medical journals (ICMJE, "Vancouver").
public final class Vancouver {
    private static final int MOST_AUTHORS = 6;
    // Of more than six the first three, as the AMA Manual of Style has it.
    private static final int OF_MANY = 3;

    public static String line(Reference reference) {
        var line = new StringJoiner(" ");
        sentence(line, authors(reference.authors()));
        sentence(line, reference.title());
        if (reference.journal().isEmpty()) {
            sentence(line, reference.version().isEmpty() ? "" : "Version " + reference.version());
            sentence(line, joined(reference.publisher(), year(reference)));
        } else {
            sentence(line, reference.journal());
            sentence(line, year(reference));
        }
        found(line, reference);
        return Plain.line(line.toString());
    }

    private static String authors(List<Name> authors) {
        boolean many = authors.size() > MOST_AUTHORS;
        var names = new StringJoiner(", ");
        authors.stream()
                .limit(many ? OF_MANY : MOST_AUTHORS)
                .forEach(author -> names.add(author.cited()));
        return many ? names.add("et al").toString() : names.toString();
    }

    private static String year(Reference reference) {
        return reference.year() == null ? "" : String.valueOf(reference.year());
    }

    private static String joined(String publisher, String year) {
        return publisher.isEmpty() || year.isEmpty() ? publisher + year : publisher + "; " + year;
    }

    private static void sentence(StringJoiner line, String text) {
        if (!text.isBlank()) {
            line.add(text.strip().matches("(?s).*[.?!\u2026]") ? text.strip() : text.strip() + ".");
        }
    }

    private static void found(StringJoiner line, Reference reference) {
        if (!reference.doi().isEmpty()) {
            line.add("doi:" + reference.doi());
        } else if (!reference.pmid().isEmpty()) {
            line.add("PMID: " + reference.pmid());
        } else if (reference.type() == Reference.Type.WEBPAGE) {
            line.add(reference.url());
        }
    }

    private Vancouver() {}
}
