package rounds.web.topics;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Visibility;
import rounds.forum.Pointers;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.topics.AgreedApproach;
import rounds.topics.Gathered;
import rounds.topics.Gathering;
import rounds.topics.Shelf;
import rounds.topics.Topic;
import rounds.topics.Topics;
import rounds.web.Signboard;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// Puts the page of a topic together: what it is, and what is gathered around it.
@Singleton
class TopicDesk {
    private static final int HISTORY = 200;

    private final Topics topics;
    private final SummaryDesk summary;
    private final Gathering gathering;
    private final Shelf shelf;
    private final Pointers pointers;
    private final Communities communities;
    private final Signboard site;
    private final Pages pages;

    TopicDesk(
            Topics topics,
            SummaryDesk summary,
            Gathering gathering,
            Shelf shelf,
            Pointers pointers,
            Communities communities,
            Signboard site,
            Pages pages) {
        this.topics = topics;
        this.summary = summary;
        this.gathering = gathering;
        this.shelf = shelf;
        this.pointers = pointers;
        this.communities = communities;
        this.site = site;
        this.pages = pages;
    }

    Page page(Viewer viewer, long id) {
        return page(viewer, HttpStatus.OK, id, Filled.empty(), "");
    }

    private Page page(Viewer viewer, HttpStatus status, long id, Filled tend, String problem) {
        return pages.show(
                viewer,
                status,
                "topics/topic",
                () -> {
                    Topic topic = topics.topic(viewer, id);
                    return new TopicPage(
                            community(viewer, topic),
                            topic,
                            card(viewer, topic),
                            summary.shown(viewer, topic),
                            tend,
                            problem,
                            topic.openedAt() == null ? Gathered.NOTHING : around(viewer, topic));
                });
    }

    /// Only what is shown to a visitor goes into it: what she reads, everybody does.
    private @Nullable TopicCard card(Viewer viewer, Topic topic) {
        return viewer instanceof Viewer.Visitor && topic.reads() == Visibility.PUBLIC
                ? TopicCard.of(topic, site)
                : null;
    }

    private Gathered around(Viewer viewer, Topic topic) {
        Gathered around = gathering.of(viewer, topic);
        return around.with(named(viewer, topic, around.agreed()));
    }

    /// With what the statements lead to called as the viewer may know it.
    AgreedApproach named(Viewer viewer, Topic topic, AgreedApproach agreed) {
        return agreed.named(pointers.named(viewer, agreed.htmls(), topic.pursuit().language()));
    }

    /// The page with what was entered in one of the forms of those who tend it, and why it was not
    /// taken.
    Page again(Viewer viewer, long id, Form form, ProblemException refused) {
        return refused.problem() instanceof Problem.Conflict conflict
                ? page(viewer, HttpStatus.CONFLICT, id, Filled.of(form), conflict.why())
                : page(
                        viewer,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        id,
                        Filled.refused(form, refused),
                        "");
    }

    /// All that the summary cites, so many as a reader wants to see at once.
    ///
    /// @param after so many come before them
    Page sources(Viewer viewer, long id, int after) {
        return pages.show(
                viewer,
                "topics/sources",
                () -> {
                    Topic topic = topics.topic(viewer, id);
                    return new SourcesPage(
                            community(viewer, topic),
                            topic,
                            summary.listed(viewer, topic, after),
                            topic.state().isUnderWay());
                });
    }

    /// What stands on the shelf, the same.
    ///
    /// @param after the cursor of the page before
    Page reading(Viewer viewer, long id, @Nullable String after) {
        return pages.show(
                viewer,
                "topics/reading",
                () -> {
                    Topic topic = topics.topic(viewer, id);
                    return new ReadingPage(
                            community(viewer, topic), topic, shelf.read(viewer, id, after));
                });
    }

    Page form(Viewer viewer, HttpStatus status, Topic topic, Filled filled, String problem) {
        return pages.show(
                viewer,
                status,
                "topics/form",
                () ->
                        new TopicFormPage(
                                communities.byId(viewer, topic.communityId()),
                                topic,
                                filled,
                                problem));
    }

    Page history(Viewer viewer, long id) {
        return pages.show(
                viewer,
                "topics/history",
                () -> {
                    Topic topic = topics.topic(viewer, id);
                    if (!topic.may().member()) {
                        throw new ProblemException(new Problem.Forbidden("topics.members-only"));
                    }
                    return new HistoryPage(
                            communities.byId(viewer, topic.communityId()),
                            topic,
                            topics.history(viewer, id, HISTORY));
                });
    }

    /// Whether whoever writes there is asked about what could tell who a patient is.
    boolean asks(Viewer viewer, Topic topic) {
        return communities.byId(viewer, topic.communityId()).asksIdentifiers();
    }

    /// Null for a reader of another community, who may not know this one.
    @Nullable Community community(Viewer viewer, Topic topic) {
        return topic.communitySlug().isEmpty()
                ? null
                : communities.byId(viewer, topic.communityId());
    }
}
