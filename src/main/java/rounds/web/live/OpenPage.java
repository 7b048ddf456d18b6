package rounds.web.live;

import io.micronaut.http.sse.Event;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import rounds.kernel.Viewer;

import java.util.concurrent.ArrayBlockingQueue;

/// A page of a discussion that somebody has open, and the way to tell it something. Costs a few
/// small objects and no thread.
final class OpenPage {
    /// Who takes in nothing for so many beats is gone, or comes back and asks how things stand.
    private static final int PATIENCE = 8;

    private static final Event<Object> STILL_HERE = Event.<Object>of("").name("still");

    private final Viewer.SignedIn viewer;
    private final long discussionId;
    private final Sinks.Many<Event<Object>> out =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(PATIENCE));

    OpenPage(Viewer.SignedIn viewer, long discussionId) {
        this.viewer = viewer;
        this.discussionId = discussionId;
    }

    Viewer.SignedIn viewer() {
        return viewer;
    }

    long discussionId() {
        return discussionId;
    }

    Flux<Event<Object>> events() {
        return out.asFlux();
    }

    void tell(Beat beat) {
        emit(Event.<Object>of(beat).name("beat"));
    }

    /// So that nobody on the way takes the silence for an end.
    void stillHere() {
        emit(STILL_HERE);
    }

    /// No more, since she may not read it any longer or her session is over.
    void close() {
        out.tryEmitComplete();
    }

    private void emit(Event<Object> event) {
        if (out.tryEmitNext(event).isFailure()) {
            close();
        }
    }
}
