package rounds.web.forum;

import jakarta.inject.Singleton;

import rounds.identity.People;
import rounds.kernel.Viewer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Where people live, for the times that they type.
@Singleton
class Zones {
    private final People people;

    Zones(People people) {
        this.people = people;
    }

    ZoneId of(Viewer.SignedIn person) {
        return ZoneId.of(people.self(person).timeZone());
    }

    /// As a field for a date and a time takes it.
    String typed(Viewer.SignedIn person, Instant at) {
        return LocalDateTime.ofInstant(at, of(person)).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
