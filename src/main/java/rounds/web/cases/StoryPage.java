package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.Aftermath;
import rounds.cases.Authority;
import rounds.cases.CaseState;
import rounds.cases.CaseStory;
import rounds.cases.Fate;
import rounds.cases.FollowUp;
import rounds.cases.Part;
import rounds.cases.Section;
import rounds.cases.Setting;
import rounds.cases.Trial;
import rounds.community.Community;
import rounds.community.Reason;
import rounds.forum.DiscussionSummary;
import rounds.forum.Kind;
import rounds.platform.database.Slice;
import rounds.platform.markdown.Html;
import rounds.web.page.Addressed;
import rounds.web.page.Filled;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A case story to read.
///
/// @param authority by what right it is told; null for all but its author and moderators
/// @param fate why it is hidden, or what its second reader said; null for all but its author and
///   moderators, and where nothing was said
/// @param saved whether the viewer has saved it
/// @param followed whether the viewer follows it
/// @param discussed discussions that lead to it, the latest first
/// @param named what becomes of HTML in it where it leads to other content: see
///   [rounds.forum.Pointers#named]
/// @param edited whether it said something else before, for its author and moderators
/// @param follow the form in which its author tells how it went on
/// @param card what it says of itself to search engines; null but for visitors who read it
/// @param trial the form in which she says that she tried the same
public record StoryPage(
        Community community,
        CaseStory story,
        Aftermath after,
        @Nullable Authority authority,
        @Nullable Fate fate,
        boolean saved,
        boolean followed,
        Slice<DiscussionSummary> discussed,
        Map<String, String> named,
        boolean edited,
        Filled follow,
        @Nullable StoryCard card,
        Filled trial)
        implements Addressed {
    @Override
    public String path() {
        return story.path();
    }

    private static final List<Part> TOLD =
            List.of(
                    Part.STORY,
                    Part.MATTERS,
                    Part.TRIED,
                    Part.DEPARTED,
                    Part.CAME,
                    Part.MEASURES,
                    Part.CONTEXT);
    private static final List<Part> BEHIND = List.of(Part.QUESTIONS, Part.SOURCES);

    /// What is told, before what was learned.
    public List<Section> told() {
        return those(TOLD);
    }

    /// What stands behind that.
    public List<Section> behind() {
        return those(BEHIND);
    }

    private List<Section> those(List<Part> parts) {
        return parts.stream()
                .map(story::section)
                .flatMap(Optional::stream)
                .filter(one -> !one.body().isBlank())
                .map(one -> new Section(one.part(), one.body(), named(one.html()), one.revision()))
                .toList();
    }

    private Html named(Html html) {
        return new Html(named.getOrDefault(html.value(), html.value()), html.version());
    }

    /// What came after, as it is to be read.
    public List<FollowUp> later() {
        return after.followUps().stream()
                .map(one ->
                        new FollowUp(
                                one.id(), one.months(), one.body(), named(one.html()), one.at()))
                .toList();
    }

    /// The discussions about it, questions first.
    public List<DiscussionSummary> talk() {
        return Stream.concat(
                        discussed.items().stream().filter(StoryPage::asks),
                        discussed.items().stream().filter(one -> !asks(one)))
                .toList();
    }

    private static boolean asks(DiscussionSummary one) {
        return one.kind() == Kind.QUESTION;
    }

    public boolean isRead() {
        return story.state() == CaseState.VISIBLE;
    }

    /// The message that says how it stands, below `cases.state`.
    public String stands() {
        if (fate == null) {
            return story.state().code();
        }
        return switch (fate.act()) {
            case "returned" -> story.state() == CaseState.DRAFT ? "returned" : story.state().code();
            case "case_hidden", "hidden_by_report" -> fate.act();
            default -> story.state().code();
        };
    }

    /// The message that says what to do next; null where nothing can be done.
    public @Nullable String next() {
        return switch (story.state()) {
            case DRAFT -> fate == null ? null : "cases.next.returned";
            case QUEUED -> story.own() ? "cases.next.queued" : null;
            case HIDDEN ->
                    story.own()
                            ? story.course().againAt() != null
                                    ? "cases.next.asked"
                                    : "cases.next."
                                            + (fate != null && fate.act().equals("hidden_by_report")
                                                    ? "reported"
                                                    : "hidden")
                            : story.may().restore()
                                    ? isJudged() ? "cases.next.judge" : "cases.next.restore"
                                    : null;
            case VISIBLE, WITHDRAWN -> null;
        };
    }

    /// What its second reader can say something of, each by itself.
    public List<String> noted() {
        return StoryForm.noted(story);
    }

    /// Where she has said nothing yet.
    public Filled unsaid() {
        return Filled.empty();
    }

    /// The message that says who was asked to read it, and what happens without an answer; takes
    /// the name and since when it waits. Null where it does not wait.
    public @Nullable String waits() {
        if (story.state() != CaseState.QUEUED) {
            return null;
        }
        var asked = story.course().asked();
        String who = story.own() ? "yours" : "theirs";
        return isAsked()
                ? "cases.waits.you"
                : "cases.waits." + who + (asked == null ? ".anybody" : ".asked");
    }

    /// Whether it is the viewer who was asked by name: who reads what waits, and neither wrote nor
    /// moderates it.
    private boolean isAsked() {
        return !story.own() && !story.may().inside() && story.course().asked() != null;
    }

    /// Whether a moderator has still to say that it stays hidden.
    public boolean isJudged() {
        return story.may().restore()
                && (story.course().againAt() != null
                        || (fate != null && fate.act().equals("hidden_by_report")));
    }

    /// Whether its author may ask that it be shown again.
    public boolean isAskable() {
        return story.own()
                && story.may().word()
                && story.state() == CaseState.HIDDEN
                && story.course().againAt() == null;
    }

    /// Whether the viewer told it in a community where she is no longer.
    public boolean isLeft() {
        return story.own() && !story.standing().isMember();
    }

    /// Whether the name that stands here is hidden from others.
    public boolean isHiddenName() {
        return story.author() != null && !story.facts().named();
    }

    public boolean isThanked() {
        return has("thanks");
    }

    public boolean isSame() {
        return has("same");
    }

    private boolean has(String word) {
        return after.words().stream().anyMatch(one -> one.code().equals(word));
    }

    /// Why it can be reported.
    public List<String> reasons() {
        return Arrays.stream(Reason.values()).map(Reason::code).toList();
    }

    public List<String> settings() {
        return Setting.codes();
    }

    /// What others say of their trials; her own stands below.
    public List<Trial> notes() {
        return after.trials().stream()
                .filter(one -> !one.note().isEmpty() && !one.equals(after.mine()))
                .toList();
    }

    /// What she chose before, where she says it anew.
    public String mySetting() {
        return after.mine() == null
                ? Objects.toString(
                        story.facts().setting() == null ? null : story.facts().setting().code(), "")
                : after.mine().setting().code();
    }
}
