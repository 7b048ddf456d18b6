package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.util.List;

@MappedEntity("discussion")
record PulseRow(
        @Id long id,
        int newest,
        int posts,
        int gone,
        boolean closed,
        int revision,
        Integer[] changed) {

    Pulse pulse() {
        return new Pulse(id, newest, posts, gone, closed, revision, List.of(changed));
    }
}
