package rounds.library;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;

@Introspected
record HeldFileRow(
        long id,
        int number,
        String title,
        String language,
        String looked,
        boolean held,
        long madeBy,
        String handle,
        String name,
        String profession,
        @Nullable Instant at,
        int open) {

    HeldFile file() {
        return new HeldFile(
                id,
                number,
                title,
                language,
                Looked.of(looked),
                held,
                new Author(madeBy, handle, name, profession),
                at == null ? Instant.EPOCH : at,
                open);
    }
}
