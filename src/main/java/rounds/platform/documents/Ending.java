package rounds.platform.documents;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file's name says of its type.
///
/// @param letters small, without the dot; empty where the name has no ending
record Ending(String letters) {
    /// Short, and with a letter in it: "Report 2.1" and "J. Smith" have none.
    private static final Pattern ENDING =
            Pattern.compile("\\.(?=[0-9]*[a-z])([a-z0-9]{1,8})[\\s.]*$");

    static Ending of(String name) {
        Matcher ending = ENDING.matcher(name.toLowerCase(Locale.ROOT));
        return new Ending(ending.find() ? ending.group(1) : "");
    }

    /// @throws RefusedDocument where it says something else
    DocumentType require(DocumentType found) throws RefusedDocument {
        if (!letters.isEmpty() && !found.endsWith(letters)) {
            throw new RefusedDocument(Refusal.MISMATCH);
        }
        return found;
    }

    /// Which text a text is, as nothing else says it.
    ///
    /// @throws RefusedDocument where it should be something else than text
    DocumentType text() throws RefusedDocument {
        if (letters.isEmpty()) {
            return DocumentType.TXT;
        }
        for (DocumentType type : DocumentType.values()) {
            if (type.endsWith(letters)) {
                return type.isText() ? type : require(DocumentType.TXT);
            }
        }
        throw new RefusedDocument(Refusal.TYPE);
    }
}
