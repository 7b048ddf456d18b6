package rounds.search;

import rounds.kernel.ContentType;

/// Told now and then how far a long piece of work on the index has come.
@FunctionalInterface
public interface Progress {
    Progress SILENT = (type, done) -> {};

    /// @param done contents of this type so far
    void at(ContentType type, long done);
}
