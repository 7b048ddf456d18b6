package rounds.web.forum;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Role;
import rounds.forum.Arrangement;
import rounds.forum.Candidate;
import rounds.forum.Discussions;
import rounds.forum.DraftPlace;
import rounds.forum.Pointers;
import rounds.forum.PostInDiscussion;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.mail.Wording;
import rounds.search.SearchRequest;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;
import rounds.web.search.Similar;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a box offers while somebody names people or links to content, and what leads to a post.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PointersController {
    private static final int ROWS = 30;

    private final Pointers pointers;
    private final Arrangement arrangement;
    private final Similar similar;
    private final SearchAllowance allowance;
    private final Discussions discussions;
    private final Communities communities;
    private final Wording wording;
    private final Pages pages;

    PointersController(
            Pointers pointers,
            Arrangement arrangement,
            Similar similar,
            SearchAllowance allowance,
            Discussions discussions,
            Communities communities,
            Wording wording,
            Pages pages) {
        this.pointers = pointers;
        this.arrangement = arrangement;
        this.similar = similar;
        this.allowance = allowance;
        this.discussions = discussions;
        this.communities = communities;
        this.wording = wording;
        this.pages = pages;
    }

    /// @param text what is written when it is chosen
    /// @param name what it is called
    /// @param more what tells it from others of that name
    @Serdeable
    record Offer(String text, String name, String more) {}

    /// People who can be named in a place, by the beginning of a name.
    ///
    /// @param place as [DraftPlace] writes it
    @Get("/names")
    @Produces(MediaType.APPLICATION_JSON)
    List<Offer> names(
            @QueryValue(defaultValue = "") String place,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "en") String lang,
            Viewer viewer) {
        String language = lang.equals("fr") ? "fr" : "en";
        return pointers
                .people(viewer.signedIn(), DraftPlace.parse(place), q, language, roles(language))
                .stream()
                .map(one -> offer(one, language))
                .toList();
    }

    /// Content that can be linked to: what was read last, or what the words find.
    @Get("/pointers")
    @Produces(MediaType.APPLICATION_JSON)
    List<Offer> pointers(
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "en") String lang,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        String language = lang.equals("fr") ? "fr" : "en";
        if (q.isBlank()) {
            return pointers.lately(person).stream().map(one -> offer(one, language)).toList();
        }
        if (q.length() > SearchRequest.LONGEST_QUERY) {
            throw ProblemException.invalid("q", "search.q.long", SearchRequest.LONGEST_QUERY);
        }
        allowance.take(person, request);
        return similar.any(person, q).stream().map(one -> offer(one, language)).toList();
    }

    /// Discussions into which this one could be merged, by a part of their titles.
    @Get("/d/{id}/mergeable")
    @Produces(MediaType.APPLICATION_JSON)
    List<Offer> mergeable(String id, @QueryValue(defaultValue = "") String q, Viewer viewer) {
        return arrangement.mergeable(viewer.signedIn(), Ids.parse(id), q).stream()
                .map(one -> new Offer(one.path(), one.title(), one.openedBy()))
                .toList();
    }

    @Get("/p/{id}/mentions")
    @Produces(MediaType.TEXT_HTML)
    Page referrers(String id, @Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/referrers",
                () -> {
                    PostInDiscussion found = discussions.post(viewer, Ids.parse(id));
                    return new ReferrersPage(
                            communities.byId(viewer, found.discussion().communityId()),
                            found,
                            pointers.to(viewer, found.post().id(), after, ROWS));
                });
    }

    /// Where a post names all who hold a role: those of the community in which it stands now.
    @Get("/p/{id}/roles/{role}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> role(String id, String role, Viewer viewer) {
        boolean known =
                Arrays.stream(Role.values())
                        .anyMatch(one -> one.isGiven() && one.code().equals(role));
        if (!known) {
            throw ProblemException.notFound();
        }
        long community = discussions.post(viewer, Ids.parse(id)).discussion().communityId();
        Community found = communities.byId(viewer, community);
        if (found.conversation() != null) {
            throw ProblemException.notFound();
        }
        return pages.goTo("/c/" + found.slug() + "/members?role=" + role);
    }

    private Map<String, Role> roles(String language) {
        var roles = new LinkedHashMap<String, Role>();
        for (Role role : Role.values()) {
            if (role.isGiven()) {
                roles.put(wording.text(language, "role." + role.code(), List.of()), role);
            }
        }
        return roles;
    }

    private Offer offer(Candidate one, String language) {
        String more =
                one.role()
                        ? wording.text(language, "point.role", List.of())
                        : one.here() && one.profession().isEmpty()
                                ? wording.text(language, "point.here", List.of())
                                : one.profession();
        return new Offer("@" + one.handle(), one.name(), more);
    }

    private Offer offer(Excerpt one, String language) {
        ContentRef content = one.whole();
        String number =
                content.type() == ContentType.POST && one.number() > 1
                        ? " (" + one.number() + ")"
                        : "";
        return new Offer(
                "[[" + sign(content.type()) + ":" + Ids.text(content.id()) + "]]",
                one.title() + number,
                Stream.of(
                                what(content.type(), one, language),
                                one.communityName(),
                                one.authorName())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    private String what(ContentType type, Excerpt one, String language) {
        String kind = one.kind();
        String key =
                switch (type) {
                    case POST -> one.number() > 1 ? "point.reply" : "kind." + kind;
                    case RESOURCE -> "library.kind." + kind;
                    case CASE_STORY -> "cases.one";
                    case TOPIC -> "topics.one";
                    default -> "kind." + kind;
                };
        return one.conversation()
                ? wording.text(language, "notes.one", List.of())
                : kind == null && type != ContentType.POST && type != ContentType.TOPIC
                        ? ""
                        : wording.text(language, key, List.of());
    }

    private static String sign(ContentType type) {
        return switch (type) {
            case POST -> "p";
            case RESOURCE, PAGE -> "r";
            case CASE_STORY -> "c";
            case TOPIC -> "t";
            default -> "d";
        };
    }
}
