package rounds.web.live;

import io.micronaut.serde.annotation.Serdeable;

import rounds.forum.Pulse;

import java.util.List;

/// What an open page is told: how its discussion stands. No words of anybody: those it fetches with
/// its reader's own rights.
///
/// @param newest the number of the newest post she can read
/// @param readers how many people have the discussion open, she among them
/// @param changed the numbers of posts that read differently now
@Serdeable
record Beat(
        int newest,
        int posts,
        int gone,
        boolean closed,
        int revision,
        int readers,
        List<Integer> changed) {

    static Beat of(Pulse pulse, int readers) {
        return new Beat(
                pulse.newest(),
                pulse.posts(),
                pulse.gone(),
                pulse.closed(),
                pulse.revision(),
                readers,
                pulse.changed());
    }
}
