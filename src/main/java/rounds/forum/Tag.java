package rounds.forum;

import java.util.List;

/// A tag of a community, as one viewer sees it.
///
/// @param description empty where nobody has said what it is for
/// @param synonyms what is stored as this tag when it is typed
/// @param discussions how many of the newest discussions that the viewer may read carry it, counted
///   over [Tagging#COUNTED] of them
public record Tag(String name, String description, List<String> synonyms, int discussions) {}
