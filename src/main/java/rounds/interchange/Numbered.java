package rounds.interchange;

/// A line with its number in the file, from 1.
record Numbered<T extends Line>(int number, T line) {}
