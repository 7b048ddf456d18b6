package rounds.web.search;

import java.util.List;

/// One facet beside the hits.
///
/// @param code of the facet
public record FacetList(String code, List<Choice> choices) {

    /// One value.
    ///
    /// @param value by which it is narrowed to
    /// @param path of the search with this chosen, or taken back where it is chosen
    public record Choice(String value, FacetName name, int hits, boolean chosen, String path) {}
}
