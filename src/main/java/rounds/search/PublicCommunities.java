package rounds.search;

import java.util.Arrays;
import java.util.Collection;

/// The communities that are public at one version of that list. One instance stands for one
/// version, so that what was counted for it can be kept.
final class PublicCommunities {
    private final long version;
    private final long[] ids;

    PublicCommunities(long version, Collection<Long> ids) {
        this.version = version;
        this.ids = ids.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    long version() {
        return version;
    }

    boolean contains(long community) {
        return Arrays.binarySearch(ids, community) >= 0;
    }
}
