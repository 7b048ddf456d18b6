package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.Aftermath;
import rounds.cases.Authority;
import rounds.cases.CaseState;
import rounds.cases.CaseStory;
import rounds.cases.Part;
import rounds.cases.Section;
import rounds.cases.Setting;
import rounds.cases.Trial;
import rounds.community.Community;
import rounds.community.Reason;
import rounds.web.page.Filled;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A case story to read.
///
/// @param authority by what right it is told; null for all but its author and moderators
/// @param saved whether the viewer has saved it
/// @param trial the form in which she says that she tried the same
public record StoryPage(
        Community community,
        CaseStory story,
        Aftermath after,
        @Nullable Authority authority,
        boolean saved,
        Filled trial) {
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
                .toList();
    }

    public boolean isRead() {
        return story.state() == CaseState.VISIBLE;
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
