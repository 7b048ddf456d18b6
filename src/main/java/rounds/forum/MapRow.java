package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

@Introspected
record MapRow(
        long id,
        int number,
        String path,
        int depth,
        String name,
        Instant postedAt,
        boolean helped,
        boolean fresh) {

    Landmark landmark() {
        return new Landmark(number, depth, name, postedAt, helped, fresh);
    }
}
