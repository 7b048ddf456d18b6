package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Titled;

import java.time.Instant;
import java.util.Objects;

/// One of the few things that stand beside a topic: that somebody used it, a community to which it
/// is shown, or the resource that its summary became.
///
/// @param what `use`, `guest` or `result`
/// @param sign the handle, or the slug; empty for a resource
/// @param more the profession, or the kind
/// @param words the note, or the language
/// @param at when it was used or offered
/// @param later when it was accepted
@Introspected
record BesidesRow(
        String what,
        long id,
        String sign,
        String name,
        String more,
        String words,
        @Nullable Instant at,
        @Nullable Instant later) {

    boolean is(String kind) {
        return what.equals(kind);
    }

    TopicUse use() {
        return new TopicUse(new Author(id, sign, name, more), words, Objects.requireNonNull(at));
    }

    Guest guest() {
        return new Guest(id, sign, name, Objects.requireNonNull(at), later);
    }

    Titled result() {
        return Called.titled(new ContentRef(ContentType.RESOURCE, id), name, null, more, words);
    }
}
