package rounds.web.community;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.community.Member;
import rounds.community.MemberFilter;
import rounds.community.Members;
import rounds.community.Role;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.stream.Stream;

/// Who is in a community, and in which role.
@Controller("/c/{slug}/members")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MembersController {
    private static final int PAGE = 40;

    private final Members members;
    private final Rooms rooms;
    private final Pages pages;

    MembersController(Members members, Rooms rooms, Pages pages) {
        this.members = members;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get
    Page list(
            Viewer viewer,
            String slug,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String role,
            @QueryValue(defaultValue = "") String profession,
            @QueryValue(defaultValue = "") String organisation,
            @QueryValue(defaultValue = "") String place,
            @QueryValue(defaultValue = "") String expertise,
            @QueryValue(defaultValue = "") String emr,
            @QueryValue(defaultValue = "") String since,
            @QueryValue @Nullable String after) {
        var filter =
                new MemberFilter(
                        q,
                        role,
                        profession,
                        organisation,
                        place,
                        expertise,
                        emr,
                        Entries.day(since));
        return rooms.show(
                viewer,
                slug,
                Capability.SEE_MEMBERS,
                "community/members",
                community -> page(viewer, community, filter, after));
    }

    @Get("/{handle}")
    Page member(Viewer viewer, String slug, String handle) {
        return member(viewer, slug, handle, HttpStatus.OK, Filled.empty());
    }

    @Post("/{handle}/roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> give(Viewer viewer, String slug, String handle, Form form) {
        Role role = Entries.role(form.line("role"));
        members.give(viewer.signedIn(), slug, handle, role);
        return pages.goTo(path(slug, handle), "community.role.given");
    }

    @Post("/{handle}/roles/{role}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(Viewer viewer, String slug, String handle, String role, Form form) {
        members.end(viewer.signedIn(), slug, handle, Entries.role(role));
        return pages.goTo(path(slug, handle), "community.role.ended");
    }

    @Post("/{handle}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Viewer viewer, String slug, String handle, Form form) {
        try {
            members.remove(viewer.signedIn(), slug, handle, form.text("reason"));
            return pages.goTo("/c/" + slug + "/members", "community.member.removed");
        } catch (ProblemException refused) {
            Filled filled = Filled.refused(form, refused);
            return HttpResponse.ok(
                    member(viewer, slug, handle, HttpStatus.UNPROCESSABLE_ENTITY, filled));
        }
    }

    private MembersPage page(
            Viewer viewer, Community community, MemberFilter filter, @Nullable String after) {
        Slice<Member> found = members.page(viewer, community, filter, after, PAGE);
        String[] query =
                Stream.of(MembersPage.query(filter)).flatMap(Stream::of).toArray(String[]::new);
        return new MembersPage(
                community,
                filter,
                members.aspects(viewer, community),
                found.items(),
                Entries.next(found.next(), community.path() + "/members", query));
    }

    private Page member(
            Viewer viewer, String slug, String handle, HttpStatus status, Filled filled) {
        return rooms.show(
                viewer,
                slug,
                Capability.SEE_MEMBERS,
                status,
                "community/member",
                community -> {
                    Member member = members.member(viewer, community, handle);
                    return new MemberPage(
                            community,
                            member,
                            members.tenures(viewer, community, member),
                            members.rights(viewer, community, member),
                            member.id() == viewer.personId(),
                            filled);
                });
    }

    private static String path(String slug, String handle) {
        return "/c/" + slug + "/members/" + handle;
    }
}
