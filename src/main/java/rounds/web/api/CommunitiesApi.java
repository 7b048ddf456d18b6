package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Admissions;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Directory;
import rounds.community.Founding;
import rounds.community.Visibility;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.Signboard;

import java.net.URI;
import java.util.List;

/// Communities: find them, found one, join.
@Controller("/api/v1/communities")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class CommunitiesApi {
    private final Communities communities;
    private final Directory directory;
    private final Admissions admissions;
    private final Signboard site;

    CommunitiesApi(
            Communities communities, Directory directory, Admissions admissions, Signboard site) {
        this.communities = communities;
        this.directory = directory;
        this.admissions = admissions;
        this.site = site;
    }

    /// The communities you may know of, by name.
    ///
    /// @param q words of the name, the purpose or the audience
    /// @param language in which people write there
    @Get
    HttpResponse<Listed<CommunityJson>> list(
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String language,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = directory.page(viewer, q, language, after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, community -> CommunityJson.of(community, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// Founds a community; you become its first member and its chair.
    @Post
    HttpResponse<CommunityJson> found(
            @Body NewCommunity body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        return created(communities.found(viewer.signedIn(), body.founding(), idempotencyKey));
    }

    @Get("/{slug}")
    CommunityJson one(String slug, Viewer viewer) {
        return CommunityJson.of(communities.bySlug(viewer, slug), site.baseUrl());
    }

    /// Joins a public community.
    @Post("/{slug}/members")
    HttpResponse<CommunityJson> join(String slug, @Body Nothing body, Viewer viewer) {
        return created(admissions.join(viewer.signedIn(), slug));
    }

    private HttpResponse<CommunityJson> created(Community community) {
        var json = CommunityJson.of(community, site.baseUrl());
        return HttpResponse.created(json, URI.create("/api/v1/communities/" + community.slug()));
    }

    /// An empty object: there is nothing to say.
    @Serdeable
    record Nothing() {}

    /// @param visibility `public`, `listed` or `private`
    @Serdeable
    record NewCommunity(
            @Nullable String name,
            @Nullable String slug,
            @Nullable String purpose,
            @Nullable String audience,
            @Nullable String visibility,
            @Nullable List<String> languages) {

        Founding founding() {
            return new Founding(
                    text(name),
                    slug,
                    text(purpose),
                    text(audience),
                    visibility == null ? Visibility.PUBLIC : visible(visibility),
                    languages == null ? List.of("en") : languages);
        }

        private static Visibility visible(String code) {
            for (Visibility visibility : Visibility.values()) {
                if (visibility.code().equals(code)) {
                    return visibility;
                }
            }
            throw ProblemException.invalid("visibility", "api.visibility.unknown");
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }
}
