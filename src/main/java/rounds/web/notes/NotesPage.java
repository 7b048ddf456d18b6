package rounds.web.notes;

import org.jspecify.annotations.Nullable;

import rounds.forum.Note;

import java.util.List;

/// One's private notes.
///
/// @param next the address of the next page, or null on the last
public record NotesPage(List<Note> notes, @Nullable String next) {}
