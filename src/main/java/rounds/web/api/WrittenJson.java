package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Written;
import rounds.platform.database.Ids;

/// The draft that something was written in, to go when that is stored.
@Serdeable
record WrittenJson(String id, int revision) {

    static @Nullable Written of(@Nullable WrittenJson draft) {
        return draft == null ? null : new Written(Ids.parse(draft.id), draft.revision);
    }
}
