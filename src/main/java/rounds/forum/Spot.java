package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Where something is written whose names are to be read.
sealed interface Spot {

    /// An answer in a discussion.
    record Answer(long discussion) implements Spot {}

    /// A new discussion in the community of that slug.
    record New(String community) implements Spot {}

    /// A post that is there already.
    record Again(long post) implements Spot {}

    /// A note to the people of these handles.
    record Among(List<String> handles) implements Spot {}

    /// What it will look like, wherever it will stand.
    record Nowhere() implements Spot {}

    default @Nullable Long ofPost() {
        return this instanceof Again(long post) ? (Long) post : null;
    }

    default @Nullable Long inDiscussion() {
        return this instanceof Answer(long discussion) ? (Long) discussion : null;
    }

    default @Nullable String inCommunity() {
        return this instanceof New(String community) ? community : null;
    }
}
