package rounds.library;

/// That a resource was made from another one, for the circumstances of those who made it.
///
/// @param original the id of what it was made from
/// @param changes what was changed, and why
public record Adaptation(long original, String changes) {
    public static final int LONGEST = 5_000;
}
