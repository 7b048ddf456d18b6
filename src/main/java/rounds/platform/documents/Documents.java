package rounds.platform.documents;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Looks into files: what they are, whether they are taken, and what is written in them.
@Singleton
public class Documents {
    /// No file of more is looked into.
    public static final long MOST_BYTES = 256L << 20;

    Documents() {}

    /// Finds the type by content; a name whose ending says otherwise is a mismatch. What is left
    /// for [#extract] to refuse is what only a parser can see.
    ///
    /// @param name as it came with the file; without an ending it says nothing
    /// @throws RefusedDocument for what is not taken, with why
    public DocumentType inspect(Path file, String name) throws RefusedDocument, IOException {
        return Inspection.of(file, name);
    }

    /// Reads what is written in a file that [#inspect] took.
    ///
    /// @throws RefusedDocument for what only reading shows
    public Extracted extract(Path file, DocumentType type) throws RefusedDocument, IOException {
        return type.isPicture()
                ? Extracted.PICTURE
                : new Extracted("", List.of(), null, 0, List.of(), Extracted.Problem.FAILED);
    }
}
