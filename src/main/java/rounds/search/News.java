package rounds.search;

import java.time.Instant;

/// What is new to somebody: others wrote it later than one moment and not later than another.
record News(Instant after, Instant until) {

    /// All words are wanted of it. What comes near is shown to whoever asks, but is no news; and of
    /// a search for nothing but a narrowing everything is wanted that it lets through.
    Place begin(Asked asked) {
        return new Place(
                asked.isBare() ? Understood.Match.NEWEST : Understood.Match.ALL,
                SearchRequest.Order.NEWEST,
                0,
                0,
                Long.MAX_VALUE,
                Long.MAX_VALUE);
    }
}
