package rounds.library;

import java.util.List;

/// A version with what was found in its file.
///
/// @param findings what is still asked about first; at most [FileCheck#MOST]
/// @param open how many are still asked about in all
/// @param mayAnswer whether it is the viewer who is asked
public record CheckedFile(
        ResourcePage page, List<FileFinding> findings, int open, boolean mayAnswer) {

    public Version version() {
        return page.shown();
    }

    /// Those that are still asked about.
    public List<FileFinding> asked() {
        return findings.stream().filter(FileFinding::isOpen).toList();
    }

    /// Those of which somebody has said why they may stay.
    public List<FileFinding> answered() {
        return findings.stream().filter(one -> !one.isOpen()).toList();
    }

    /// How many are asked about and not among [#asked].
    public int more() {
        return Math.max(0, open - asked().size());
    }

    /// Whether a file without the passages is the only way.
    public boolean isRefused() {
        return page.shown().looked() == Looked.REFUSED;
    }
}
