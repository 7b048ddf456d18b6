package rounds.web.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.forum.Asking;
import rounds.forum.Draft;
import rounds.forum.DraftPlace;
import rounds.forum.Drafts;
import rounds.forum.Forum;
import rounds.forum.Keeping;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Fills boxes: with what somebody has begun there before, with what there is now, or with what she
/// has just sent.
@Singleton
public class Boxes {
    /// What the interface speaks, and by what words are told apart.
    private static final List<String> LANGUAGES = List.of("en", "fr");

    private static final int MOST_LINKS = 20;

    private final Drafts drafts;
    private final Forum forum;
    private final Asking asking;

    Boxes(Drafts drafts, Forum forum, Asking asking) {
        this.drafts = drafts;
        this.forum = forum;
        this.asking = asking;
    }

    /// With her draft of this place, or else with what there is now.
    public Box at(Viewer.SignedIn person, DraftPlace place, Map<String, String> now) {
        return drafts.at(person, place).map(this::of).orElseGet(() -> fresh(place, now));
    }

    public Box fresh(DraftPlace place, Map<String, String> now) {
        return box(Filled.with(now), place.text());
    }

    public Box of(Draft draft) {
        Filled filled = Filled.with(Typed.fields(draft));
        return new Box(
                filled,
                draft.place().text(),
                draft.savedAt(),
                null,
                null,
                heard(filled.form()),
                LANGUAGES);
    }

    /// The same with links to resources below what stands in it, where it has none yet.
    ///
    /// @param ids separated by commas; what is no id is left out
    static Box linking(Box box, String ids) {
        return linking(box, "r", ids);
    }

    /// @param sign of the kind of content to which it links
    static Box linking(Box box, String sign, String ids) {
        Form form = box.filled().form();
        String body = form.text("body");
        String links =
                Arrays.stream(ids.split(","))
                        .filter(Ids::isId)
                        .distinct()
                        .limit(MOST_LINKS)
                        .map(id -> "[[" + sign + ":" + id + "]]")
                        .filter(link -> !body.contains(link))
                        .collect(Collectors.joining("\n"));
        return links.isEmpty()
                ? box
                : box.with(
                        Filled.of(
                                form.with(
                                        "body",
                                        body.isBlank()
                                                ? links + "\n\n"
                                                : body.stripTrailing() + "\n\n" + links)));
    }

    /// The same with what its words will look like, where there are any.
    Box looked(Viewer.SignedIn person, Box box) {
        String body = box.filled().form().text("body");
        return body.isBlank() ? box : shown(person, box);
    }

    /// Answers a form that does not post: one that asks for a preview, or to keep a draft, or in
    /// which something could tell who a patient is, and nobody has said that it does not. Empty for
    /// one that posts.
    public Optional<Box> aside(Viewer.SignedIn person, Form form) {
        if (form.flag("keep")) {
            return Optional.of(keep(person, form));
        }
        if (form.flag("preview")) {
            return Optional.of(preview(person, form));
        }
        return Identified.ask(form, () -> asking.in(person, form.line(Typed.PLACE)))
                .map(asked -> asked(person, asked));
    }

    /// Whether a box that does not post stands in its draft, so that it can be opened again by an
    /// address: whoever comes back to it is not asked to send a form once more.
    static boolean isKept(Form sent, Box aside) {
        return !sent.flag("keep") && !sent.flag("preview") && aside.savedAt() != null;
    }

    /// A box with what in it could tell who a patient is.
    Box asking(Viewer.SignedIn person, Box box) {
        return Identified.ask(box.filled().form(), () -> asking.in(person, box.place()))
                .map(box::with)
                .orElse(box);
    }

    /// What is asked about is kept as a draft: whoever goes away to think finds it again.
    private Box asked(Viewer.SignedIn person, Filled asked) {
        if (asked.form().line(Typed.PLACE).isEmpty()) {
            return again(asked);
        }
        try {
            Box kept = keep(person, asked.form());
            return kept.with(new Filled(kept.filled().form(), asked.problems()));
        } catch (ProblemException _) {
            // It stands in the box all the same.
            return again(asked);
        }
    }

    /// The words that were refused, with the reasons.
    ///
    /// @throws ProblemException the same again, if it is not about what was entered
    public Box refused(Form form, ProblemException refused) {
        return again(Filled.refused(form, refused));
    }

    public Box again(Filled filled) {
        return box(filled, filled.form().line(Typed.PLACE));
    }

    /// The words of a box whose place moved, to be saved and posted where it is now: on top of her
    /// draft, if that came along, and beside it, where it holds what this box never had.
    Box carried(Viewer.SignedIn person, DraftPlace place, Form form) {
        Form there =
                form.with(Typed.PLACE, place.text())
                        .with(Typed.PRESSED, form.line("submission"))
                        .without(Typed.DRAFT)
                        .without(Typed.REVISION);
        Draft now = drafts.at(person, place).orElse(null);
        if (now == null) {
            return again(Filled.of(there));
        }
        Box box = again(Filled.of(goingOn(there, now)));
        // Coming along raised its revision by one and changed no word of it.
        boolean known =
                now.words().body().equals(form.text("body"))
                        || (Ids.text(now.id()).equals(form.line(Typed.DRAFT))
                                && now.revision() <= Typed.revision(form) + 1);
        return known ? box : with(box, null, now);
    }

    private Box preview(Viewer.SignedIn person, Form form) {
        return shown(person, again(Filled.of(form)));
    }

    private Box shown(Viewer.SignedIn person, Box box) {
        String html = forum.preview(person, box.filled().form().text("body")).value();
        return new Box(
                box.filled(),
                box.place(),
                box.savedAt(),
                box.other(),
                html,
                box.heard(),
                box.languages());
    }

    private Box keep(Viewer.SignedIn person, Form form) {
        Keeping kept =
                drafts.keep(person, Typed.place(form), Typed.words(form), Typed.revision(form));
        Draft now = kept.draft();
        // The next save goes on from what there is now: she has seen both versions.
        Box box = again(Filled.of(goingOn(form, now)));
        return switch (kept) {
            case Keeping.Saved _ -> with(box, now, null);
            case Keeping.Meanwhile _ -> with(box, null, now);
        };
    }

    private static Form goingOn(Form form, Draft now) {
        return form.with(Typed.DRAFT, Ids.text(now.id()))
                .with(Typed.REVISION, String.valueOf(now.revision()));
    }

    private static Box with(Box box, @Nullable Draft saved, @Nullable Draft other) {
        return new Box(
                box.filled(),
                box.place(),
                saved == null ? null : saved.savedAt(),
                other,
                null,
                box.heard(),
                box.languages());
    }

    private Box box(Filled filled, String place) {
        return new Box(filled, place, null, null, null, heard(filled.form()), LANGUAGES);
    }

    private @Nullable String heard(Form form) {
        String words = form.text("title") + "\n" + form.text("body");
        String heard = forum.heard(words, "");
        return heard.isEmpty() ? null : heard;
    }
}
