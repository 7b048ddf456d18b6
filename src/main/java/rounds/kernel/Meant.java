package rounds.kernel;

import java.util.List;

/// What a word of a community stands for.
///
/// @param name as it is written first
/// @param spellings how else it is written or shortened
/// @param expansion what it is short for; may be empty
/// @param language `en` or `fr`
public record Meant(
        long communityId, String name, List<String> spellings, String expansion, String language) {}
