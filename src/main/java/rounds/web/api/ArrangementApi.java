package rounds.web.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Arrangement;
import rounds.forum.Discussions;
import rounds.forum.Kind;
import rounds.forum.Moderation;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.Signboard;

import java.net.URI;
import java.util.List;

/// Putting discussions where they belong.
@Controller("/api/v1/discussions/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ArrangementApi {
    private final Arrangement arrangement;
    private final Moderation moderation;
    private final Discussions discussions;
    private final Signboard site;

    ArrangementApi(
            Arrangement arrangement,
            Moderation moderation,
            Discussions discussions,
            Signboard site) {
        this.arrangement = arrangement;
        this.moderation = moderation;
        this.discussions = discussions;
        this.site = site;
    }

    /// Shows it above the list on its community's home.
    @Put("/feature")
    DiscussionJson feature(String id, Viewer viewer) {
        arrangement.feature(viewer.signedIn(), Ids.parse(id), true);
        return shown(viewer, Ids.parse(id));
    }

    @Delete("/feature")
    HttpResponse<?> unfeature(String id, Viewer viewer) {
        arrangement.feature(viewer.signedIn(), Ids.parse(id), false);
        return HttpResponse.noContent();
    }

    /// Keeps it above the others of its community.
    @Put("/pin")
    DiscussionJson pin(String id, Viewer viewer) {
        moderation.pin(viewer.signedIn(), Ids.parse(id));
        return shown(viewer, Ids.parse(id));
    }

    @Delete("/pin")
    HttpResponse<?> unpin(String id, Viewer viewer) {
        moderation.unpin(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    /// Ends it: no more replies. Its author may do it, too.
    @Put("/closure")
    DiscussionJson close(String id, @Body Closure body, Viewer viewer) {
        moderation.close(viewer.signedIn(), Ids.parse(id), body.reason == null ? "" : body.reason);
        return shown(viewer, Ids.parse(id));
    }

    @Delete("/closure")
    HttpResponse<?> reopen(String id, Viewer viewer) {
        moderation.reopen(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    /// Moves it to another community that you moderate as well.
    @Post("/move")
    DiscussionJson move(String id, @Body Move body, Viewer viewer) {
        arrangement.move(
                viewer.signedIn(),
                Ids.parse(id),
                required("community", body.community),
                body.reason == null ? "" : body.reason);
        return shown(viewer, Ids.parse(id));
    }

    /// Makes a discussion of its own of posts and of all that answers them.
    @Post("/split")
    HttpResponse<DiscussionJson> split(String id, @Body Split body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        List<Long> posts =
                body.posts == null ? List.of() : body.posts.stream().map(Ids::parse).toList();
        long made =
                arrangement
                        .split(
                                person,
                                Ids.parse(id),
                                posts,
                                Kind.of(required("kind", body.kind)),
                                required("title", body.title))
                        .discussionId();
        return HttpResponse.created(
                shown(viewer, made), URI.create("/api/v1/discussions/" + Ids.text(made)));
    }

    /// Puts all its posts behind those of another discussion of the same community.
    @Post("/merge")
    DiscussionJson merge(String id, @Body Merge body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long into = Ids.parse(required("into", body.into));
        arrangement.merge(person, Ids.parse(id), into);
        return shown(viewer, into);
    }

    private DiscussionJson shown(Viewer viewer, long id) {
        return DiscussionJson.of(discussions.discussion(viewer, id), site.baseUrl());
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw ProblemException.invalid(field, "api.missing");
        }
        return value;
    }

    /// @param reason for its readers and the log; its author alone needs none
    @Serdeable
    record Closure(@Nullable String reason) {}

    /// @param community slug
    /// @param reason for the logs of both communities
    @Serdeable
    record Move(@Nullable String community, @Nullable String reason) {}

    /// @param posts ids; what answers them goes along
    @Serdeable
    record Split(@Nullable List<String> posts, @Nullable String kind, @Nullable String title) {}

    /// @param into id of the other discussion
    @Serdeable
    record Merge(@Nullable String into) {}
}
