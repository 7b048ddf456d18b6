package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Conversations;
import rounds.community.Introduction;
import rounds.community.Introductions;
import rounds.community.Member;
import rounds.community.MemberFilter;
import rounds.community.Members;
import rounds.community.Shared;
import rounds.identity.People;
import rounds.identity.Profile;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.Signboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// People: one's profile, who is in a community, introductions.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PeopleApi {
    private final People people;
    private final Members members;
    private final Communities communities;
    private final Introductions introductions;
    private final Conversations conversations;
    private final Signboard site;

    PeopleApi(
            People people,
            Members members,
            Communities communities,
            Introductions introductions,
            Conversations conversations,
            Signboard site) {
        this.people = people;
        this.members = members;
        this.communities = communities;
        this.introductions = introductions;
        this.conversations = conversations;
        this.site = site;
    }

    /// A person, for those who have signed in.
    @Get("/people/{handle}")
    PersonJson person(String handle, Viewer viewer) {
        Viewer.SignedIn reader = viewer.signedIn();
        Profile person = people.byHandle(reader, handle);
        return PersonJson.of(
                person,
                members.inCommon(reader, person.id()),
                conversations.mayWriteTo(reader, person.id()).code(),
                site.baseUrl());
    }

    /// The members of a community, by name.
    ///
    /// @param q each word begins a word of their name or of what they say of themselves
    /// @param since the day from which on they joined
    @Get("/communities/{slug}/members")
    HttpResponse<Listed<MemberJson>> members(
            String slug,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String role,
            @QueryValue(defaultValue = "") String profession,
            @QueryValue(defaultValue = "") String organisation,
            @QueryValue(defaultValue = "") String place,
            @QueryValue(defaultValue = "") String expertise,
            @QueryValue(defaultValue = "") String emr,
            @Nullable @QueryValue LocalDate since,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        Community community = communities.bySlug(viewer, slug, Capability.SEE_MEMBERS);
        var filter =
                new MemberFilter(q, role, profession, organisation, place, expertise, emr, since);
        Slice<Member> page = members.page(viewer, community, filter, after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, member -> MemberJson.of(member, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// Introduces you to a community you are in, or changes what you said.
    @Put("/communities/{slug}/introduction")
    HttpResponse<?> introduce(String slug, @Body Lines body, Viewer viewer) {
        introductions.say(viewer.signedIn(), slug, body.introduction());
        return HttpResponse.noContent();
    }

    /// Takes your introduction back.
    @Delete("/communities/{slug}/introduction")
    HttpResponse<?> takeBack(String slug, Viewer viewer) {
        introductions.takeBack(viewer.signedIn(), slug);
        return HttpResponse.noContent();
    }

    @Serdeable
    record Lines(@Nullable String who, @Nullable String hopes) {
        Introduction introduction() {
            return new Introduction(who == null ? "" : who, hopes == null ? "" : hopes);
        }
    }

    /// @param notes whether you may write a note to her: `yes`, `self`, `unconfirmed`, `stranger`
    ///   or `refused`
    @Serdeable
    record PersonJson(
            String id,
            String url,
            String handle,
            String name,
            String profession,
            String organisation,
            String place,
            String about,
            List<String> expertise,
            List<String> emr,
            List<String> languages,
            Instant since,
            List<SharedJson> communities,
            String notes) {

        static PersonJson of(Profile person, List<Shared> shared, String notes, String baseUrl) {
            return new PersonJson(
                    Ids.text(person.id()),
                    baseUrl + "/u/" + person.handle(),
                    person.handle(),
                    person.name(),
                    person.profession(),
                    person.organisation(),
                    person.place(),
                    person.about(),
                    person.expertise(),
                    person.emr(),
                    person.languages(),
                    person.createdAt(),
                    shared.stream()
                            .map(one -> new SharedJson(one.slug(), one.name(), one.since()))
                            .toList(),
                    notes);
        }
    }

    /// A community that both are in, and since when that person is.
    @Serdeable
    record SharedJson(String slug, String name, Instant since) {}

    /// @param who the introduction's two lines, for members of the community
    @Serdeable
    record MemberJson(
            String handle,
            String name,
            String url,
            String profession,
            String organisation,
            String place,
            List<String> expertise,
            List<String> emr,
            List<String> roles,
            Instant since,
            @Nullable String who,
            @Nullable String hopes) {

        static MemberJson of(Member member, String baseUrl) {
            Introduction said = member.about().introduction();
            return new MemberJson(
                    member.handle(),
                    member.name(),
                    baseUrl + "/u/" + member.handle(),
                    member.profession(),
                    member.organisation(),
                    member.place(),
                    member.about().expertise(),
                    member.about().emr(),
                    member.roles(),
                    member.since(),
                    said == null ? null : said.who(),
                    said == null ? null : said.hopes());
        }
    }
}
