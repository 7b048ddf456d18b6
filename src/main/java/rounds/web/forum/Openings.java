package rounds.web.forum;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.forum.DraftSummary;
import rounds.forum.Drafts;
import rounds.forum.Tagging;
import rounds.kernel.Viewer;
import rounds.search.SearchHit;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.Similar;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts together what somebody needs before her to open a discussion.
@Singleton
class Openings {
    /// Tags offered while one is typed: the most used.
    private static final int SUGGESTED = 100;

    private final Communities communities;
    private final Tagging tagging;
    private final Drafts drafts;
    private final Boxes boxes;
    private final Similar similar;
    private final Pages pages;

    Openings(
            Communities communities,
            Tagging tagging,
            Drafts drafts,
            Boxes boxes,
            Similar similar,
            Pages pages) {
        this.communities = communities;
        this.tagging = tagging;
        this.drafts = drafts;
        this.boxes = boxes;
        this.similar = similar;
        this.pages = pages;
    }

    /// As [Boxes#aside], and an outline put into the box.
    Optional<Box> aside(Viewer.SignedIn person, Form form) {
        return form.flag("outline")
                ? Optional.of(boxes.again(Filled.of(outlined(form))))
                : boxes.aside(person, form);
    }

    // Below what she has written already: an outline takes nothing away.
    private static Form outlined(Form form) {
        String body = form.text("body").stripTrailing();
        String outline = form.text("outline");
        return form.with("body", body.isEmpty() ? outline : body + "\n\n" + outline);
    }

    Page show(
            Viewer.SignedIn person,
            String slug,
            HttpStatus status,
            List<SearchHit> found,
            Function<Community, Box> filling) {
        return pages.show(
                person,
                status,
                "forum/new",
                () -> {
                    Community community = communities.bySlug(person, slug, Capability.POST);
                    Box box = filling.apply(community);
                    return new NewDiscussionPage(
                            community,
                            Kinds.of(community),
                            tagging.all(person, slug, "", SUGGESTED),
                            box,
                            begun(person, community, box),
                            found);
                });
    }

    private List<DraftSummary> begun(Viewer.SignedIn person, Community community, Box box) {
        return drafts.mine(person).stream()
                .filter(draft -> draft.purpose().equals("new"))
                .filter(draft -> community.slug().equals(draft.communitySlug()))
                .filter(draft -> !draft.place().equals(box.place()))
                .toList();
    }

    /// What to read before asking again; looked for outside of any transaction.
    List<SearchHit> similar(Viewer.SignedIn person, Form form) {
        return form.flag("preview") ? similar.to(person, form.line("title")) : List.of();
    }
}
