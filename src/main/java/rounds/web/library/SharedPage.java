package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.library.Withheld;
import rounds.platform.database.Slice;

/// What somebody shared, and what became of it.
public record SharedPage(Slice<Withheld> list) {

    public @Nullable String next() {
        return list.next() == null ? null : "/shared?after=" + list.next();
    }
}
