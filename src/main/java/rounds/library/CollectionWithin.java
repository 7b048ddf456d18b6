package rounds.library;

import java.util.List;

/// A collection and those that lie in it, in their order.
public record CollectionWithin(LibraryCollection collection, List<LibraryCollection> within) {}
