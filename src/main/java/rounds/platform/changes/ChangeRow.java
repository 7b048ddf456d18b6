package rounds.platform.changes;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.kernel.Change;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Position;
import rounds.kernel.What;

import java.time.Instant;

/// A row of the change log as it lies in the table.
@MappedEntity("change_log")
record ChangeRow(
        @Id long id, long xid, String contentType, long contentId, String what, Instant at) {

    Position position() {
        return new Position(xid, id);
    }

    Change change() {
        return new Change(
                position(),
                new ContentRef(ContentType.of(contentType), contentId),
                What.of(what),
                at);
    }
}
