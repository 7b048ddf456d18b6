package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// Somebody, or a role, who can be named in a place.
@Introspected
record CandidateRow(String handle, String name, String profession, boolean here, boolean role) {

    Candidate candidate() {
        return new Candidate(handle, name, profession, here, role);
    }
}
