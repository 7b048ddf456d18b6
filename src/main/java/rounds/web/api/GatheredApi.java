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

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.order.Step;
import rounds.topics.InPractice;
import rounds.topics.Questions;
import rounds.topics.Shelf;
import rounds.topics.Shelved;
import rounds.topics.TopicQuestion;
import rounds.web.Signboard;

import java.net.URI;
import java.util.List;

/// What is gathered around a focus topic: its shelf, what is open, and who used its summary.
@Controller("/api/v1/topics/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class GatheredApi {
    private final Shelf shelf;
    private final Questions questions;
    private final InPractice practice;
    private final Transactions transactions;
    private final Signboard site;

    GatheredApi(
            Shelf shelf,
            Questions questions,
            InPractice practice,
            Transactions transactions,
            Signboard site) {
        this.shelf = shelf;
        this.questions = questions;
        this.practice = practice;
        this.transactions = transactions;
        this.site = site;
    }

    @Get("/shelf")
    TopicJson.ShelfJson shelf(String id, Viewer viewer) {
        Shelved shelved = shelf.of(viewer, Ids.parse(id));
        return new TopicJson.ShelfJson(
                shelved.entries().stream()
                        .map(one -> TopicJson.EntryJson.of(one, site.baseUrl()))
                        .toList(),
                shelved.suggested().stream()
                        .map(one -> TopicJson.EntryJson.of(one, site.baseUrl()))
                        .toList(),
                shelved.unseen());
    }

    /// Puts something onto the shelf, or suggests it; where it stands there already, says why it
    /// does, and moves it.
    @Put("/shelf/{type:discussion|post|resource|case_story}/{content}")
    HttpResponse<?> put(
            String id, String type, String content, @Nullable @Body Entry body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        ContentRef put = new ContentRef(ContentType.of(type), Ids.parse(content));
        transactions.run(
                person,
                () -> {
                    String why = body == null ? null : body.why;
                    boolean shelved = shelf.put(person, topic, put, why == null ? "" : why);
                    if (shelved && why != null) {
                        shelf.say(person, topic, put, why);
                    }
                    Step step = body == null ? null : body.step();
                    if (step != null) {
                        shelf.move(person, topic, put.id(), step, null);
                    }
                });
        return HttpResponse.noContent();
    }

    @Delete("/shelf/{type:discussion|post|resource|case_story}/{content}")
    HttpResponse<?> take(String id, String type, String content, Viewer viewer) {
        shelf.take(
                viewer.signedIn(),
                Ids.parse(id),
                new ContentRef(ContentType.of(type), Ids.parse(content)));
        return HttpResponse.noContent();
    }

    /// Declines what is suggested, or takes one's own suggestion back.
    @Delete("/suggestions/{type:discussion|post|resource|case_story}/{content}")
    HttpResponse<?> decline(String id, String type, String content, Viewer viewer) {
        shelf.decline(
                viewer.signedIn(),
                Ids.parse(id),
                new ContentRef(ContentType.of(type), Ids.parse(content)));
        return HttpResponse.noContent();
    }

    @Get("/questions")
    Listed<TopicJson.QuestionJson> questions(String id, Viewer viewer) {
        List<TopicJson.QuestionJson> all =
                questions.of(viewer, Ids.parse(id)).stream()
                        .map(one -> TopicJson.QuestionJson.of(one, site.baseUrl()))
                        .toList();
        return new Listed<>(all, null, (long) all.size());
    }

    @Post("/questions")
    HttpResponse<TopicJson.QuestionJson> ask(String id, @Body Asked body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        long made = questions.ask(person, topic, text(body.question));
        TopicQuestion asked = questions.one(person, topic, made);
        return HttpResponse.created(
                TopicJson.QuestionJson.of(asked, site.baseUrl()),
                URI.create("/api/v1/topics/" + id + "/questions"));
    }

    /// Says what answers it.
    @Put("/questions/{question}/answer")
    HttpResponse<?> answer(String id, String question, @Body Answer body, Viewer viewer) {
        questions.answer(
                viewer.signedIn(),
                Ids.parse(id),
                Ids.parse(question),
                text(body.answer),
                text(body.pointer));
        return HttpResponse.noContent();
    }

    /// Asks it again.
    @Delete("/questions/{question}/answer")
    HttpResponse<?> reopen(String id, String question, Viewer viewer) {
        questions.reopen(viewer.signedIn(), Ids.parse(id), Ids.parse(question));
        return HttpResponse.noContent();
    }

    /// Asks it no more.
    @Delete("/questions/{question}")
    HttpResponse<?> drop(String id, String question, Viewer viewer) {
        questions.drop(viewer.signedIn(), Ids.parse(id), Ids.parse(question), "");
        return HttpResponse.noContent();
    }

    @Get("/practice")
    TopicJson.PracticeJson practice(String id, Viewer viewer) {
        return TopicJson.PracticeJson.of(practice.of(viewer, Ids.parse(id)));
    }

    @Put("/practice")
    HttpResponse<?> used(String id, @Nullable @Body Note body, Viewer viewer) {
        practice.say(viewer.signedIn(), Ids.parse(id), body == null ? "" : text(body.note));
        return HttpResponse.noContent();
    }

    @Delete("/practice")
    HttpResponse<?> notUsed(String id, Viewer viewer) {
        practice.takeBack(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /// @param why one line; absent: what is said stays
    /// @param before the id of what it is put before; or
    /// @param after of what it is put behind; or
    /// @param place to that place, from 1; none of the three: it stays, or goes to the end
    @Serdeable
    record Entry(
            @Nullable String why,
            @Nullable String before,
            @Nullable String after,
            @Nullable Integer place) {

        @Nullable Step step() {
            if (before != null) {
                return new Step.Before(Ids.parse(before));
            }
            if (after != null) {
                return new Step.After(Ids.parse(after));
            }
            if (place != null && place < 1) {
                throw ProblemException.invalid("place", "form.malformed");
            }
            return place == null ? null : new Step.To(place);
        }
    }

    @Serdeable
    record Asked(@Nullable String question) {}

    /// @param pointer a link as it is written in texts, or an address
    @Serdeable
    record Answer(@Nullable String answer, @Nullable String pointer) {}

    @Serdeable
    record Note(@Nullable String note) {}
}
