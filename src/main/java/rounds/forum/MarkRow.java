package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Mark;

import java.time.Instant;

/// What somebody said last about a post without words.
@MappedEntity("reaction")
record MarkRow(@Id long id, long authorId, long personId, String code, String detail, Instant at) {

    Mark mark(ContentType type) {
        return new Mark(new ContentRef(type, id), authorId, personId, code, detail, at);
    }
}
