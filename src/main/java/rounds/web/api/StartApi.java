package rounds.web.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.start.Beginning;
import rounds.start.Start;
import rounds.web.Signboard;

import java.net.URI;
import java.util.List;

/// What newcomers of a community read first.
@Controller("/api/v1/communities/{slug}/start")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class StartApi {
    private final Start start;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    StartApi(Start start, Communities communities, Transactions transactions, Signboard site) {
        this.start = start;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// In its order, as far as the reader may read it.
    @Get
    Listed<BeginningJson> list(String slug, Viewer viewer) {
        List<BeginningJson> items =
                transactions
                        .read(
                                viewer,
                                () ->
                                        start.all(
                                                viewer,
                                                communities
                                                        .bySlug(viewer, slug, Capability.READ)
                                                        .id()))
                        .stream()
                        .map(one -> BeginningJson.of(one, site.baseUrl()))
                        .toList();
        return new Listed<>(items, null, (long) items.size());
    }

    /// Puts something at the end.
    @Post
    HttpResponse<Listed<BeginningJson>> put(String slug, @Body Chosen body, Viewer viewer) {
        start.put(viewer.signedIn(), slug, body.address, body.why);
        return HttpResponse.created(
                list(slug, viewer), URI.create("/api/v1/communities/" + slug + "/start"));
    }

    /// Puts it in front of another, or behind it.
    @Put("/{id}/place")
    Listed<BeginningJson> move(String slug, String id, @Body Place body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long one = Ids.parse(id);
        if (body.before != null && body.after == null) {
            start.before(person, slug, one, Ids.parse(body.before));
        } else if (body.after != null && body.before == null) {
            start.after(person, slug, one, Ids.parse(body.after));
        } else {
            throw ProblemException.invalid("before", "form.malformed");
        }
        return list(slug, viewer);
    }

    /// Takes it out; what it leads to stays where it is.
    @Delete("/{id}")
    HttpResponse<?> take(String slug, String id, Viewer viewer) {
        start.take(viewer.signedIn(), slug, Ids.parse(id));
        return HttpResponse.noContent();
    }

    /// @param address of a discussion, a resource, a case story or a focus topic of the community
    /// @param why newcomers read it, in a line
    @Serdeable
    record Chosen(String address, String why) {}

    /// One of both.
    @Serdeable
    record Place(@Nullable String before, @Nullable String after) {}

    /// One of those contents with which newcomers begin.
    ///
    /// @param content `discussion`, `resource`, `case_story` or `topic`
    @Serdeable
    record BeginningJson(String id, String why, ExcerptJson content) {
        static BeginningJson of(Beginning one, String baseUrl) {
            return new BeginningJson(
                    Ids.text(one.id()), one.why(), ExcerptJson.of(one.content(), baseUrl));
        }
    }
}
