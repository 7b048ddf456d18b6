package rounds.web.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.identity.FeedKeys;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.Signboard;

import java.time.Instant;

/// The key to your private feeds.
@Controller("/api/v1/me/feed-key")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedKeyApi {
    private final FeedKeys keys;
    private final Signboard site;

    FeedKeyApi(FeedKeys keys, Signboard site) {
        this.keys = keys;
        this.site = site;
    }

    @Get
    Key one(Viewer viewer) {
        return keys.own(viewer.signedIn())
                .map(key -> new Key(key.madeAt(), key.holds(), null))
                .orElseThrow(ProblemException::notFound);
    }

    /// Makes a key and ends the one before. Only this answer tells it.
    @Put
    Key renew(Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        String key = keys.renew(person);
        return new Key(
                keys.own(person).orElseThrow().madeAt(), true, site.baseUrl() + "/feeds/k/" + key);
    }

    @Delete
    HttpResponse<?> end(Viewer viewer) {
        keys.end(viewer.signedIn());
        return HttpResponse.noContent();
    }

    /// @param holds whether it opens anything; a change of password ends it
    /// @param root where the addresses of feeds begin; only when the key was just made
    @Serdeable
    record Key(Instant madeAt, boolean holds, @Nullable String root) {}
}
