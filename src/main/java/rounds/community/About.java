package rounds.community;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a member says of herself beside her name.
///
/// @param emr electronic medical records she knows
/// @param introduction what she said to this community; absent while she has said nothing, and for
///   those who are not in it
public record About(List<String> expertise, List<String> emr, @Nullable Introduction introduction) {
    public static final About NOTHING = new About(List.of(), List.of(), null);
}
