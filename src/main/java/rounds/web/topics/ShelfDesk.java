package rounds.web.topics;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.kernel.ContentRef;
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.topics.Shelf;
import rounds.topics.ShelfEntry;
import rounds.topics.Shelved;
import rounds.topics.Topic;
import rounds.topics.Topics;
import rounds.web.page.Filled;
import rounds.web.page.Focus;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.Similar;

import java.util.List;
import java.util.stream.Stream;

/// Puts together the page on which a shelf is arranged.
@Singleton
class ShelfDesk {
    private static final int ALIKE = 8;

    /// So much of what a topic asks says what it is about.
    private static final int WORDS = 300;

    private final Topics topics;
    private final Shelf shelf;
    private final Similar similar;
    private final Communities communities;
    private final Pages pages;

    ShelfDesk(Topics topics, Shelf shelf, Similar similar, Communities communities, Pages pages) {
        this.topics = topics;
        this.shelf = shelf;
        this.similar = similar;
        this.communities = communities;
        this.pages = pages;
    }

    /// What the address says was taken off.
    record TakenOff(String sign, int place, String why) {}

    String path(Viewer viewer, long id) {
        return topics.topic(viewer, id).path();
    }

    /// @throws ProblemException not found; forbidden, for who does not tend the topic
    Page show(
            Viewer.SignedIn person,
            long id,
            HttpStatus status,
            Focus.Asked asked,
            @Nullable TakenOff off,
            String problem,
            Filled filled) {
        Topic topic = topics.topic(person, id);
        if (!topic.may().curate()) {
            throw new ProblemException(new Problem.Forbidden("topics.not-tended"));
        }
        // Outside of any transaction: the index may take its time.
        List<Excerpt> found = topic.may().takePart() ? alike(person, topic) : List.of();
        return pages.show(
                person,
                status,
                "topics/shelf",
                () -> {
                    Shelved shelved = shelf.of(person, id);
                    return new ShelfPage(
                            communities.byId(person, topic.communityId()),
                            topic,
                            shelved,
                            missing(found, shelved),
                            focus(shelved.entries(), asked),
                            off == null ? null : taken(person, off),
                            problem,
                            filled);
                });
    }

    private List<Excerpt> alike(Viewer viewer, Topic topic) {
        return similar.gather(
                viewer,
                beginning(topic.title() + " " + topic.pursuit().question()),
                ALIKE + Shelf.MOST / 10);
    }

    private static String beginning(String words) {
        if (words.length() <= WORDS) {
            return words;
        }
        int space = words.lastIndexOf(' ', WORDS);
        return words.substring(0, space > 0 ? space : WORDS);
    }

    private static List<Excerpt> missing(List<Excerpt> found, Shelved shelved) {
        List<ContentRef> there =
                Stream.concat(shelved.entries().stream(), shelved.suggested().stream())
                        .map(ShelfEntry::content)
                        .toList();
        return found.stream().filter(one -> !there.contains(one.whole())).limit(ALIKE).toList();
    }

    private static @Nullable Focus focus(List<ShelfEntry> entries, Focus.Asked asked) {
        Long moved = asked.moved();
        for (int at = 0; moved != null && at < entries.size(); at++) {
            ShelfEntry one = entries.get(at);
            if (one.id() == moved) {
                return asked.at(one.id(), one.title(), at + 1, entries.size());
            }
        }
        return null;
    }

    private ShelfPage.@Nullable Taken taken(Viewer viewer, TakenOff off) {
        try {
            return new ShelfPage.Taken(
                    shelf.title(viewer, Sign.read(off.sign())), off.place(), off.why());
        } catch (ProblemException gone) {
            // It was taken off, and cannot be put back by whoever may not read it.
            return null;
        }
    }
}
