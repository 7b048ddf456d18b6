package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Tag;
import rounds.forum.Tagging;
import rounds.kernel.Viewer;
import rounds.web.Signboard;

import java.util.List;

/// A community's tags.
@Controller("/api/v1/communities/{slug}/tags")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class TagsApi {
    private final Tagging tagging;
    private final Signboard site;

    TagsApi(Tagging tagging, Signboard site) {
        this.tagging = tagging;
        this.site = site;
    }

    /// The tags in use, and those that were described; the most used first.
    ///
    /// @param starts what their names begin with
    @Get
    HttpResponse<Listed<TagJson>> list(
            String slug,
            @QueryValue(defaultValue = "") String starts,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var tags =
                tagging.all(viewer, slug, starts, Listed.limit(limit)).stream()
                        .map(TagJson::of)
                        .toList();
        return Listed.answer(new Listed<>(tags, null, null), request, site, "after");
    }

    /// Says what a tag is for.
    @Put("/{tag}")
    HttpResponse<?> describe(String slug, String tag, @Body Described body, Viewer viewer) {
        tagging.describe(
                viewer.signedIn(), slug, tag, body.description == null ? "" : body.description);
        return HttpResponse.noContent();
    }

    /// Makes it a synonym of another tag, which every discussion with it gets instead.
    @Post("/{tag}/merge")
    Merged merge(String slug, String tag, @Body Into body, Viewer viewer) {
        return new Merged(
                tagging.merge(
                        viewer.signedIn(),
                        slug,
                        tag,
                        body.into == null ? "" : body.into,
                        Boolean.TRUE.equals(body.rename)));
    }

    /// Lets a synonym be a tag of its own again.
    @Delete("/{tag}")
    HttpResponse<?> end(String slug, String tag, Viewer viewer) {
        tagging.endSynonym(viewer.signedIn(), slug, tag);
        return HttpResponse.noContent();
    }

    /// @param discussions counted over the newest 1,000 that you may read
    @Serdeable
    record TagJson(String name, String description, List<String> synonyms, int discussions) {
        static TagJson of(Tag tag) {
            return new TagJson(tag.name(), tag.description(), tag.synonyms(), tag.discussions());
        }
    }

    @Serdeable
    record Described(@Nullable String description) {}

    /// @param rename whether `into` may be a tag that nothing here carries yet
    @Serdeable
    record Into(@Nullable String into, @Nullable Boolean rename) {}

    /// @param name of the tag that is stored now
    @Serdeable
    record Merged(String name) {}
}
