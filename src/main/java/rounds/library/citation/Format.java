package rounds.library.citation;

import rounds.kernel.ProblemException;

import java.util.Arrays;

/// A format of reference managers.
public enum Format {
    BIBTEX("bib", "application/x-bibtex"),
    RIS("ris", "application/x-research-info-systems"),
    CSL_JSON("json", "application/vnd.citationstyles.csl+json");

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /// The format of files whose names end so.
    ///
    /// @throws ProblemException not found, for what is none of ours
    public static Format ending(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    public String mediaType() {
        return mediaType;
    }
}
