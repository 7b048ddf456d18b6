package rounds.web.topics;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.topics.Agreement;
import rounds.topics.Topic;
import rounds.topics.TopicQuestion;
import rounds.topics.Topics;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Optional;

/// Shows the forms in which members add to what is gathered around a topic, and asks about words
/// that could tell who a patient is.
@Singleton
class GatherDesk {
    private final Topics topics;
    private final Communities communities;
    private final Pages pages;

    GatherDesk(Topics topics, Communities communities, Pages pages) {
        this.topics = topics;
        this.communities = communities;
        this.pages = pages;
    }

    /// Of which question or statement a form speaks; neither, for the others.
    record About(@Nullable TopicQuestion question, @Nullable Agreement agreement) {
        static final About NOTHING = new About(null, null);
    }

    Page show(Viewer.SignedIn person, String act, long id, About about, Filled filled) {
        return show(person, HttpStatus.OK, act, id, about, filled, "");
    }

    /// The form again, with what was entered and why it was not taken.
    Page again(
            Viewer.SignedIn person,
            String act,
            long id,
            About about,
            Form form,
            ProblemException refused) {
        return refused.problem() instanceof Problem.Conflict conflict
                ? show(person, HttpStatus.CONFLICT, act, id, about, Filled.of(form), conflict.why())
                : show(
                        person,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        act,
                        id,
                        about,
                        Filled.refused(form, refused),
                        "");
    }

    private Page show(
            Viewer.SignedIn person,
            HttpStatus status,
            String act,
            long id,
            About about,
            Filled filled,
            String problem) {
        return pages.show(
                person,
                status,
                "topics/act",
                () -> {
                    Topic topic = topics.topic(person, id);
                    return new GatherPage(
                            act,
                            communities.byId(person, topic.communityId()),
                            topic,
                            about.question(),
                            about.agreement(),
                            filled,
                            problem);
                });
    }

    /// The form with what is asked about; empty where it may be taken.
    Optional<Filled> asks(Viewer.SignedIn person, long id, Form form) {
        return Identified.ask(
                form,
                () ->
                        communities
                                .byId(person, topics.topic(person, id).communityId())
                                .asksIdentifiers());
    }

    String path(Viewer viewer, long id) {
        return topics.topic(viewer, id).path();
    }
}
