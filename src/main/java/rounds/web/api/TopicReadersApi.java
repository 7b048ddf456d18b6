package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.Readers;
import rounds.topics.Topic;
import rounds.topics.Topics;
import rounds.web.Signboard;

import java.util.List;

/// Who reads a focus topic: all who read its community, or the members alone.
@Controller("/api/v1/topics/{id}/readers")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class TopicReadersApi {
    private final Readers readers;
    private final Topics topics;
    private final Signboard site;

    TopicReadersApi(Readers readers, Topics topics, Signboard site) {
        this.readers = readers;
        this.topics = topics;
        this.site = site;
    }

    /// Who reads it now, and whose words others would read.
    @Get
    Reading reading(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = topics.topic(person, Ids.parse(id));
        return new Reading(
                topic.reads().code(),
                readers.speakers(person, topic.id()).stream().map(Speaker::of).toList());
    }

    /// @param readers the visibility under which it is read
    @Serdeable
    record Reading(String readers, List<Speaker> people) {}

    @Serdeable
    record Speaker(String id, String handle, String name) {
        static Speaker of(Author author) {
            return new Speaker(Ids.text(author.id()), author.handle(), author.name());
        }
    }

    @Put
    HttpResponse<TopicJson> show(
            String id,
            @Body Asked body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic seen = topics.topic(person, Ids.parse(id));
        int revision = Revision.held(ifMatch, seen.revision());
        switch (body.readers) {
            case "all" ->
                    readers.showToAll(person, seen.id(), revision, body.consent(), body.asked());
            case "members" -> readers.keepForMembers(person, seen.id(), revision);
            default -> throw ProblemException.invalid("readers", "form.malformed");
        }
        Topic now = topics.topic(person, seen.id());
        return HttpResponse.ok(TopicJson.of(now, site.baseUrl()))
                .header(HttpHeaders.ETAG, Revision.tag(now.revision()));
    }

    /// @param readers `all` or `members`
    /// @param agreed whether those whose words it holds were asked, and agree
    /// @param people who was asked, by their ids
    @Serdeable
    record Asked(String readers, @Nullable Boolean agreed, @Nullable List<String> people) {
        List<Long> asked() {
            return people == null
                    ? List.of()
                    : people.stream().filter(Ids::isId).map(Ids::parse).toList();
        }

        Readers.Consent consent() {
            return Boolean.TRUE.equals(agreed) ? Readers.Consent.GIVEN : Readers.Consent.MISSING;
        }
    }
}
