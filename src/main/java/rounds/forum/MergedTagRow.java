package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.MergedTag;

@Introspected
record MergedTagRow(long communityId, String tag, String main) {

    MergedTag merged() {
        return new MergedTag(communityId, tag, main);
    }
}
