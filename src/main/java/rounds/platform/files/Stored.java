package rounds.platform.files;

/// A file that is kept.
///
/// @param hash SHA-256 of its bytes, in 64 small hexadecimal digits; never an address for people:
///   who knows a hash must not thereby read the file
/// @param bytes how many
public record Stored(String hash, long bytes) {}
