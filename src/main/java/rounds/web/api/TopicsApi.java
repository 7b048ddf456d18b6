package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
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
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.topics.Pursuit;
import rounds.topics.Topic;
import rounds.topics.TopicLists;
import rounds.topics.TopicPart;
import rounds.topics.TopicState;
import rounds.topics.Topics;
import rounds.web.Signboard;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/// Focus topics: find them, propose one, want one, take one from step to step.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class TopicsApi {
    private final Topics topics;
    private final TopicLists lists;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    TopicsApi(
            Topics topics,
            TopicLists lists,
            Communities communities,
            Transactions transactions,
            Signboard site) {
        this.topics = topics;
        this.lists = lists;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// Those of one part, what changed last first; the open ones, where none is named.
    @Get("/communities/{slug}/topics")
    HttpResponse<Listed<TopicJson>> list(
            String slug,
            @QueryValue(defaultValue = "open") String part,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        TopicPart asked = TopicPart.of(part);
        String tagged = tag == null ? null : Entry.tag(tag);
        var page =
                transactions.read(
                        viewer,
                        () ->
                                lists.in(
                                        viewer,
                                        communities.bySlug(viewer, slug, Capability.READ).id(),
                                        asked,
                                        tagged,
                                        after,
                                        Listed.limit(limit)));
        return Listed.answer(
                Listed.of(page, row -> TopicJson.of(row, site.baseUrl())), request, site, "after");
    }

    @Post("/communities/{slug}/topics")
    HttpResponse<TopicJson> propose(
            String slug,
            @Body TopicWords body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        var nothing = new Pursuit("", "", "", List.of(), List.of(), "", null, null);
        Topic made = topics.propose(viewer.signedIn(), slug, body.pursuit(nothing), idempotencyKey);
        return HttpResponse.created(
                        TopicJson.of(made, site.baseUrl()),
                        URI.create("/api/v1/topics/" + Ids.text(made.id())))
                .header(HttpHeaders.ETAG, Revision.tag(made.revision()));
    }

    @Get("/topics/{id}")
    HttpResponse<TopicJson> read(String id, Viewer viewer) {
        return answer(topics.topic(viewer, Ids.parse(id)));
    }

    /// What is absent stays. `If-Match` names the revision it was made from.
    @Patch("/topics/{id}")
    HttpResponse<TopicJson> edit(
            String id,
            @Body TopicWords body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic now = topics.topic(person, Ids.parse(id));
        int revision = Revision.held(ifMatch, now.revision());
        return answer(topics.describe(person, now.id(), body.pursuit(now.pursuit()), revision));
    }

    @Put("/topics/{id}/vote")
    HttpResponse<?> want(String id, Viewer viewer) {
        topics.want(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    @Delete("/topics/{id}/vote")
    HttpResponse<?> wantNoLonger(String id, Viewer viewer) {
        topics.wantNoLonger(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    /// Takes it a step on.
    @Put("/topics/{id}/state")
    HttpResponse<TopicJson> move(
            String id,
            @Body Step body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic now = topics.topic(person, Ids.parse(id));
        int revision = Revision.held(ifMatch, now.revision());
        return answer(
                topics.move(
                        person,
                        now.id(),
                        TopicState.of(body.state == null ? "" : body.state),
                        body.reason == null ? "" : body.reason,
                        revision));
    }

    private HttpResponse<TopicJson> answer(Topic topic) {
        return HttpResponse.ok(TopicJson.of(topic, site.baseUrl()))
                .header(HttpHeaders.ETAG, Revision.tag(topic.revision()));
    }

    /// @param state which it has from now on
    /// @param reason owed where it is declined or archived
    @Serdeable
    record Step(@Nullable String state, @Nullable String reason) {}

    /// What a topic pursues; in an edit, what is absent stays.
    @Serdeable
    record TopicWords(
            @Nullable String title,
            @Nullable String question,
            @Nullable String why,
            @Nullable List<String> objectives,
            @Nullable List<String> tags,
            @Nullable String language,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {

        Pursuit pursuit(Pursuit now) {
            return new Pursuit(
                    or(title, now.title()),
                    or(question, now.question()),
                    or(why, now.why()),
                    or(objectives, now.objectives()),
                    or(tags, now.tags()),
                    or(language, now.language()),
                    starts == null ? now.starts() : starts,
                    ends == null ? now.ends() : ends);
        }

        private static <T> T or(@Nullable T given, T now) {
            return given == null ? now : given;
        }
    }
}
