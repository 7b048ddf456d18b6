package rounds.platform.markdown;

/// Safe HTML made from people's words, as it is stored beside them.
///
/// @param value sanitised; may be shown as it is
/// @param version the [Markdown#VERSION] that made it
public record Html(String value, int version) {

    /// Stands in a link `class="to"` in place of what the content is called that it leads to.
    public static final String UNFILLED = "…";

    /// The words alone, for the index and for passages: no markup, entities decoded, code and
    /// tables included, blocks and cells apart, the numbers of footnotes left out.
    public String plainText() {
        return Words.of(value);
    }

    /// As [#plainText], without what is quoted; with it, where nothing else is said.
    public String ownWords() {
        String own = Words.withoutQuotations(value);
        return own.isEmpty() ? plainText() : own;
    }

    /// Made by a renderer whose output is no longer trusted: it must be rendered anew when read.
    public boolean isUnsafe() {
        return version < Markdown.SAFE_VERSION;
    }
}
