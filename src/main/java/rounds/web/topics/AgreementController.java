package rounds.web.topics;

import io.micronaut.http.HttpResponse;
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

import rounds.identity.People;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.topics.AgreedApproach;
import rounds.topics.Agreement;
import rounds.topics.AgreementState;
import rounds.topics.Agreements;
import rounds.topics.Said;
import rounds.topics.Stance;
import rounds.topics.Topic;
import rounds.topics.Topics;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a community agrees on in a topic: a statement is put to the members, they answer, and
/// somebody says what came of it.
@Controller("/focus/{id}/agreement")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class AgreementController {
    /// Offered: two weeks reach those who are away for one.
    private static final int DAYS = 14;

    private final Agreements agreements;
    private final Topics topics;
    private final TopicDesk topicDesk;
    private final GatherDesk desk;
    private final People people;
    private final Pages pages;
    private final Moment moment;

    AgreementController(
            Agreements agreements,
            Topics topics,
            TopicDesk topicDesk,
            GatherDesk desk,
            People people,
            Pages pages,
            Moment moment) {
        this.agreements = agreements;
        this.topics = topics;
        this.topicDesk = topicDesk;
        this.desk = desk;
        this.people = people;
        this.pages = pages;
        this.moment = moment;
    }

    /// @param of whose reasons are shown, by its number; the newest where nothing is said
    @Get
    Page all(String id, @Nullable @QueryValue Integer of, Viewer viewer) {
        long topic = Ids.parse(id);
        return pages.show(
                viewer,
                "topics/agreement",
                () -> {
                    Topic found = topics.topic(viewer, topic);
                    AgreedApproach agreed =
                            topicDesk.named(viewer, found, agreements.of(viewer, topic));
                    Agreement chosen = of == null ? newest(agreed) : one(agreed, of);
                    List<Said> said =
                            chosen == null || !agreed.reasons()
                                    ? List.of()
                                    : agreements.reasons(viewer, topic, chosen.number());
                    return new AgreementPage(
                            topicDesk.community(viewer, found), found, agreed, chosen, said);
                });
    }

    private static @Nullable Agreement newest(AgreedApproach agreed) {
        if (agreed.open() != null) {
            return agreed.open();
        }
        return agreed.inForce() != null
                ? agreed.inForce()
                : agreed.earlier().stream().findFirst().orElse(null);
    }

    private static Agreement one(AgreedApproach agreed, int number) {
        return agreed.all().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /// Puts a statement to the members; where one is in force, its words are there to go on from.
    @Get("/new")
    Page write(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        Agreement before = agreements.of(person, topic).inForce();
        LocalDate closes = LocalDate.ofInstant(moment.now(), zone(person)).plusDays(DAYS);
        return desk.show(
                person,
                "put",
                topic,
                GatherDesk.About.NOTHING,
                Filled.with(
                        Map.of(
                                "statement",
                                before == null ? "" : before.statement(),
                                "closes",
                                closes.toString())));
    }

    @Post
    Object put(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        Optional<Filled> asked = desk.asks(person, topic, form);
        if (asked.isPresent()) {
            return desk.show(person, "put", topic, GatherDesk.About.NOTHING, asked.get());
        }
        try {
            agreements.put(
                    person, topic, form.text("statement"), day(form.line("closes")), zone(person));
            return back(person, topic, "gather.agreement.put.done");
        } catch (ProblemException refused) {
            return desk.again(person, "put", topic, GatherDesk.About.NOTHING, form, refused);
        }
    }

    private static LocalDate day(String entered) {
        try {
            return LocalDate.parse(entered);
        } catch (DateTimeParseException none) {
            throw ProblemException.invalid("closes", "gather.agreement.closes.when");
        }
    }

    private ZoneId zone(Viewer.SignedIn person) {
        return ZoneId.of(people.self(person).timeZone());
    }

    /// Says what one thinks of it, or takes that back.
    @Post("/{number}/stance")
    Object stand(String id, int number, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        GatherDesk.About about = about(person, topic, number);
        Optional<Filled> asked = desk.asks(person, topic, form);
        if (asked.isPresent()) {
            return desk.show(person, "stand", topic, about, asked.get());
        }
        try {
            if (form.flag("unsay")) {
                agreements.standNoMore(person, topic, number);
                return back(person, topic, "gather.stance.taken-back");
            }
            agreements.stand(
                    person, topic, number, Stance.of(form.line("stance")), form.line("note"));
            return back(person, topic, "gather.stance.said");
        } catch (ProblemException refused) {
            return desk.again(person, "stand", topic, about, form, refused);
        }
    }

    @Get("/{number}/result")
    Page result(String id, int number, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        return desk.show(person, "result", topic, about(person, topic, number), Filled.empty());
    }

    @Post("/{number}/result")
    Object close(String id, int number, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        GatherDesk.About about = about(person, topic, number);
        Optional<Filled> asked = desk.asks(person, topic, form);
        if (asked.isPresent()) {
            return desk.show(person, "result", topic, about, asked.get());
        }
        try {
            agreements.close(
                    person,
                    topic,
                    number,
                    AgreementState.of(form.line("result")),
                    form.line("outcome"));
            return back(person, topic, "gather.result.said");
        } catch (ProblemException refused) {
            return desk.again(person, "result", topic, about, form, refused);
        }
    }

    private GatherDesk.About about(Viewer.SignedIn person, long topic, int number) {
        return new GatherDesk.About(null, one(agreements.of(person, topic), number));
    }

    private HttpResponse<?> back(Viewer.SignedIn person, long topic, String message) {
        return pages.goTo(desk.path(person, topic) + "#agreement", message);
    }
}
