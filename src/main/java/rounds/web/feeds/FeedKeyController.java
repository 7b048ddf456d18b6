package rounds.web.feeds;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.identity.FeedKeys;
import rounds.kernel.Viewer;
import rounds.web.Signboard;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// A person's own feeds: the key is shown when it is made, then never again.
@Controller("/settings/feeds")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedKeyController {
    private final FeedKeys keys;
    private final Communities communities;
    private final Pages pages;
    private final Signboard site;

    FeedKeyController(FeedKeys keys, Communities communities, Pages pages, Signboard site) {
        this.keys = keys;
        this.communities = communities;
        this.pages = pages;
        this.site = site;
    }

    @Get
    Page show(Viewer viewer) {
        return show(viewer.signedIn(), null);
    }

    /// The answer itself shows the key: nowhere else does it stand, and asked for again the page
    /// shows it no more.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Page renew(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return show(person, keys.renew(person));
    }

    @Post("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object end(Form form, Viewer viewer) {
        keys.end(viewer.signedIn());
        return pages.goTo("/settings/feeds", "feeds.ended");
    }

    private Page show(Viewer.SignedIn person, @Nullable String key) {
        return pages.show(
                person,
                "identity/feeds",
                () ->
                        new FeedsPage(
                                keys.own(person).orElse(null),
                                key == null ? null : site.baseUrl() + "/feeds/k/" + key,
                                site.baseUrl(),
                                communities.mine(person)));
    }
}
