package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.platform.documents.DocumentType;

/// A file that somebody sends.
///
/// @param length in bytes, as it was announced
/// @param received how many of them are here
/// @param type absent until it is whole and was looked at
public record Upload(
        long id, String name, long length, long received, @Nullable DocumentType type) {

    public boolean isWhole() {
        return type != null;
    }
}
