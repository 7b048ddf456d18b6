package rounds.web.notes;

import org.jspecify.annotations.Nullable;

import rounds.community.Acquaintance;
import rounds.community.Conversation;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.forum.Discussion;
import rounds.forum.DiscussionMarks;
import rounds.forum.DiscussionRights;
import rounds.forum.DraftSummary;
import rounds.forum.Kind;
import rounds.forum.Note;
import rounds.forum.ReadingPlace;
import rounds.kernel.Author;
import rounds.kernel.Problem;
import rounds.kernel.State;
import rounds.support.Sample;
import rounds.web.forum.Box;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class NotesSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Acquaintance HARRIET =
            new Acquaintance(1, "harriet", "Harriet <Oke>", "nurse", "Hillside & co");
    private static final Acquaintance BEN = new Acquaintance(2, "ben", "Ben", "", "");
    private static final Conversation BOTH =
            Conversation.of(new String[] {"ben Ben", "harriet Harriet <Oke>"});
    private static final Conversation ALONE = Conversation.of(new String[] {});
    private static final Discussion NOTE =
            new Discussion(
                    3,
                    4,
                    "~4",
                    "Ben, Harriet",
                    Kind.DISCUSSION,
                    "Your patient & <mine>",
                    "en",
                    List.of(),
                    Visibility.PRIVATE,
                    State.VISIBLE,
                    new Author(1, "harriet", "Harriet <Oke>", "nurse"),
                    AT,
                    AT,
                    2,
                    2,
                    false,
                    false,
                    null,
                    "",
                    1,
                    null,
                    new Standing(Visibility.PRIVATE, Set.of(Role.MEMBER)),
                    new DiscussionRights(
                            true,
                            true,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            DiscussionRights.Arrange.NONE),
                    DiscussionMarks.NONE,
                    new ReadingPlace(null, null, null, null, null));
    private static final Filled REFUSED =
            new Filled(
                    new Form(Map.of("title", List.of("x"), "body", List.of("y"))),
                    List.of(
                            new Problem.Field("to", "notes.to.refused"),
                            new Problem.Field("body", "forum.body.missing")));

    public static final List<Sample> ALL =
            List.of(
                    new Sample("notes/list", new NotesPage(List.of(), null)),
                    new Sample(
                            "notes/list",
                            new NotesPage(
                                    List.of(
                                            note("Harriet <Oke>", true, BOTH),
                                            note("Ada", false, ALONE)),
                                    "/notes?after=x")),
                    new Sample(
                            "notes/choose",
                            new ChoosePage(
                                    "",
                                    List.of(),
                                    List.of(),
                                    false,
                                    "",
                                    List.of(),
                                    Filled.empty())),
                    new Sample(
                            "notes/choose",
                            new ChoosePage(
                                    "",
                                    List.of(),
                                    List.of(BEN),
                                    false,
                                    "",
                                    List.of(
                                            begun("A <b>", "Harriet <Oke>"),
                                            begun("", "Ben"),
                                            begun("", null)),
                                    Filled.empty())),
                    new Sample(
                            "notes/choose",
                            new ChoosePage(
                                    "x <y>",
                                    List.of(HARRIET),
                                    List.of(BEN),
                                    true,
                                    "0000000000007",
                                    List.of(),
                                    REFUSED)),
                    new Sample(
                            "notes/write", new WritePage(List.of(BEN), box(Filled.empty(), null))),
                    new Sample(
                            "notes/write",
                            new WritePage(List.of(HARRIET, BEN), box(REFUSED, "<p>Words</p>"))),
                    new Sample(
                            "notes/people", new PeoplePage(NOTE, BOTH, "", List.of(HARRIET), null)),
                    new Sample(
                            "notes/people", new PeoplePage(NOTE, ALONE, "x", List.of(), REFUSED)),
                    new Sample("notes/leave", new LeavePage(NOTE, BOTH)),
                    new Sample("notes/leave", new LeavePage(NOTE, ALONE)),
                    new Sample("notes/refusals", new RefusalsPage(true, List.of())),
                    new Sample("notes/refusals", new RefusalsPage(false, List.of(HARRIET))));

    private static Note note(String last, boolean fresh, Conversation with) {
        return new Note(3, "Your <patient>", "fr", 2, AT, last, fresh, with.others());
    }

    private static Box box(Filled filled, @Nullable String preview) {
        return new Box(filled, "note.key", null, null, preview, null, List.of("en", "fr"));
    }

    private static DraftSummary begun(String title, @Nullable String recipients) {
        return new DraftSummary(
                7, "note.key", title, "", 2, AT, null, null, null, null, false, null, recipients);
    }

    private NotesSamples() {}
}
