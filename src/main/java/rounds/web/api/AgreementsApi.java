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
import rounds.topics.AgreedApproach;
import rounds.topics.Agreement;
import rounds.topics.AgreementState;
import rounds.topics.Agreements;
import rounds.topics.Guests;
import rounds.topics.Stance;
import rounds.web.Signboard;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// What a community agrees on in a topic, and the communities to which it is shown.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class AgreementsApi {
    private final Agreements agreements;
    private final Guests guests;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    AgreementsApi(
            Agreements agreements,
            Guests guests,
            Communities communities,
            Transactions transactions,
            Signboard site) {
        this.agreements = agreements;
        this.guests = guests;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// All of them, the newest first.
    @Get("/topics/{id}/agreements")
    Listed<TopicJson.AgreementJson> all(String id, Viewer viewer) {
        AgreedApproach agreed = agreements.of(viewer, Ids.parse(id));
        List<TopicJson.AgreementJson> all =
                agreed.all().stream().map(TopicJson.AgreementJson::of).toList();
        return new Listed<>(all, null, (long) all.size());
    }

    /// Puts a statement to the members.
    @Post("/topics/{id}/agreements")
    HttpResponse<TopicJson.AgreementJson> put(String id, @Body Statement body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        if (body.closesAt == null) {
            throw ProblemException.invalid("closes", "gather.agreement.closes.when");
        }
        int number = agreements.put(person, topic, text(body.statement), body.closesAt);
        Agreement made =
                agreements.of(person, topic).all().stream()
                        .filter(one -> one.number() == number)
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
        return HttpResponse.created(
                TopicJson.AgreementJson.of(made),
                URI.create("/api/v1/topics/" + id + "/agreements"));
    }

    /// Who said what, for members.
    @Get("/topics/{id}/agreements/{number}/stances")
    Listed<TopicJson.StanceJson> stances(String id, int number, Viewer viewer) {
        List<TopicJson.StanceJson> all =
                agreements.reasons(viewer, Ids.parse(id), number).stream()
                        .map(TopicJson.StanceJson::of)
                        .toList();
        return new Listed<>(all, null, null);
    }

    @Put("/topics/{id}/agreements/{number}/stance")
    HttpResponse<?> stand(String id, int number, @Body Standing body, Viewer viewer) {
        agreements.stand(
                viewer.signedIn(),
                Ids.parse(id),
                number,
                Stance.of(text(body.stance)),
                text(body.note));
        return HttpResponse.noContent();
    }

    @Delete("/topics/{id}/agreements/{number}/stance")
    HttpResponse<?> standNoMore(String id, int number, Viewer viewer) {
        agreements.standNoMore(viewer.signedIn(), Ids.parse(id), number);
        return HttpResponse.noContent();
    }

    /// Says what came of it.
    @Put("/topics/{id}/agreements/{number}/result")
    HttpResponse<?> close(String id, int number, @Body Result body, Viewer viewer) {
        agreements.close(
                viewer.signedIn(),
                Ids.parse(id),
                number,
                AgreementState.of(text(body.result)),
                text(body.outcome));
        return HttpResponse.noContent();
    }

    /// The communities to which a topic is shown, or was offered.
    @Get("/topics/{id}/guests")
    Listed<TopicJson.GuestJson> guests(String id, Viewer viewer) {
        List<TopicJson.GuestJson> all =
                guests.of(viewer, Ids.parse(id)).stream().map(TopicJson.GuestJson::of).toList();
        return new Listed<>(all, null, (long) all.size());
    }

    /// Offers it to a community.
    @Put("/topics/{id}/guests/{slug}")
    HttpResponse<?> offer(String id, String slug, Viewer viewer) {
        guests.offer(viewer.signedIn(), Ids.parse(id), slug);
        return HttpResponse.noContent();
    }

    /// Accepts an offer.
    @Put("/communities/{slug}/guest-topics/{id}")
    HttpResponse<?> accept(String slug, String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        guests.accept(person, Ids.parse(id), community(person, slug));
        return HttpResponse.noContent();
    }

    /// Topics of others that are offered to a community, or shown in it.
    @Get("/communities/{slug}/guest-topics")
    Listed<TopicJson.OfferJson> in(String slug, Viewer viewer) {
        List<TopicJson.OfferJson> all =
                guests.in(viewer, community(viewer, slug)).stream()
                        .map(one -> TopicJson.OfferJson.of(one, site.baseUrl()))
                        .toList();
        return new Listed<>(all, null, (long) all.size());
    }

    /// Declines, takes back or ends it; moderators of either community may.
    @Delete("/topics/{id}/guests/{slug}")
    HttpResponse<?> end(String id, String slug, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        long guest =
                guests.of(person, topic).stream()
                        .filter(one -> one.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound)
                        .communityId();
        guests.end(person, topic, guest);
        return HttpResponse.noContent();
    }

    private long community(Viewer viewer, String slug) {
        return transactions.read(
                viewer, () -> communities.bySlug(viewer, slug, Capability.READ).id());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /// @param statement Markdown
    /// @param closesAt until when members answer
    @Serdeable
    record Statement(@Nullable String statement, @Nullable Instant closesAt) {}

    /// @param note owed with a concern or an objection
    @Serdeable
    record Standing(@Nullable String stance, @Nullable String note) {}

    /// @param result `agreed`, `not_agreed` or `withdrawn`
    @Serdeable
    record Result(@Nullable String result, @Nullable String outcome) {}
}
