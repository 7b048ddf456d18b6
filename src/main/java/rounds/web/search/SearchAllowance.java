package rounds.web.search;

import io.micronaut.http.HttpRequest;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.web.identity.Origins;

/// Searching costs more than reading: a person has her own allowance, visitors one for each place
/// they come from.
@Singleton
public class SearchAllowance {
    private final Limits limits;
    private final Origins origins;

    SearchAllowance(Limits limits, Origins origins) {
        this.limits = limits;
        this.origins = origins;
    }

    public void take(Viewer viewer, HttpRequest<?> request) {
        take(Limit.SEARCH, viewer, request);
    }

    /// The same for what costs as much in its own way.
    public void take(Limit limit, Viewer viewer, HttpRequest<?> request) {
        String key =
                switch (viewer) {
                    case Viewer.SignedIn person -> String.valueOf(person.personId());
                    case Viewer.Visitor _, Viewer.FeedReader _ ->
                            origins.of(request, null).address();
                };
        limits.take(limit, key);
    }
}
