package rounds.web.live;

import io.micronaut.http.sse.Event;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import rounds.kernel.Viewer;

import java.util.concurrent.ArrayBlockingQueue;

/// A page that somebody has open, mostly of a discussion, and the way to tell it something. Costs a
/// few small objects and no thread.
final class OpenPage {
    static final long NONE = 0;

    /// Who takes in nothing for so many beats is gone, or comes back and asks how things stand.
    private static final int PATIENCE = 8;

    private static final Event<Object> STILL_HERE = Event.<Object>of("").name("still");

    private final Viewer.SignedIn viewer;
    private final long discussionId;
    private final String language;
    private final Sinks.Many<Event<Object>> out =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(PATIENCE));

    /// @param discussionId [#NONE] on other pages
    OpenPage(Viewer.SignedIn viewer, long discussionId, String language) {
        this.viewer = viewer;
        this.discussionId = discussionId;
        this.language = language;
    }

    Viewer.SignedIn viewer() {
        return viewer;
    }

    long discussionId() {
        return discussionId;
    }

    String language() {
        return language;
    }

    boolean isOfDiscussion() {
        return discussionId != NONE;
    }

    Flux<Event<Object>> events() {
        return out.asFlux();
    }

    void ring(Bell bell) {
        emit(Event.<Object>of(bell).name("bell"));
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
