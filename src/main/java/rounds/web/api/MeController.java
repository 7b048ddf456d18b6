package rounds.web.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.identity.People;
import rounds.identity.Self;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.settings.Settings;

/// Who a program acts for.
@Controller("/api/v1/me")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class MeController {
    private final People people;
    private final Settings settings;

    MeController(People people, Settings settings) {
        this.people = people;
        this.settings = settings;
    }

    /// @param confirmed whether the address is: only then may she write
    @Serdeable
    record Me(
            String id,
            String handle,
            String name,
            String email,
            boolean confirmed,
            @Nullable String language,
            String timeZone,
            String url) {}

    @Get
    Me me(Viewer viewer) {
        Self self = people.self(viewer.signedIn());
        return new Me(
                Ids.text(self.id()),
                self.handle(),
                self.name(),
                self.email(),
                self.confirmed(),
                self.language(),
                self.timeZone(),
                settings.baseUrl() + "/u/" + self.handle());
    }
}
