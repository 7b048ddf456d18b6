package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseStory;
import rounds.cases.Fate;
import rounds.web.page.Filled;

import java.util.List;

/// A second reader's verdict that was not taken, with her words.
///
/// @param story to be decided once more; null: it waits for her no longer
public record ReviewPage(@Nullable CaseStory story, Filled filled) {

    /// What can be said something of, each by itself.
    public List<String> noted() {
        return story == null ? List.of() : StoryForm.noted(story);
    }

    /// What she said of single parts, to be copied.
    public List<Fate.Note> notes() {
        return StoryForm.notes(filled.form()).entrySet().stream()
                .filter(note -> !note.getValue().isBlank())
                .map(note -> new Fate.Note(note.getKey(), note.getValue()))
                .toList();
    }
}
