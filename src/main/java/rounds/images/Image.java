package rounds.images;

import rounds.platform.database.Ids;
import rounds.platform.markdown.Embedded;

/// An image that was taken in.
///
/// @param width of its largest size, in pixels
public record Image(long id, int width, int height) {

    /// Where it is found, and how it is written in a text.
    public String address() {
        return new Embedded(Ids.text(id), width, height).address();
    }

    /// What shows it in a text.
    ///
    /// @param words what it shows; empty: decoration
    public String markdown(String words) {
        String said = words.isBlank() ? Embedded.DECORATION : words.strip();
        return "!["
                + said.replaceAll("([\\\\\\[\\]`*_<])", "\\\\$1").replaceAll("\\s+", " ")
                + "]("
                + address()
                + ")";
    }
}
