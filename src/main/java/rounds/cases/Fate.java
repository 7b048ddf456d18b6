package rounds.cases;

import java.util.List;

/// What moderators, or its second reader, did with a story last, and their words for it.
///
/// @param act `case_hidden`, `hidden_by_report`; `returned`, `released`
/// @param words may be empty
/// @param notes what was said of single parts; its second reader alone says such
public record Fate(String act, String words, List<Note> notes) {

    /// What the facts of a story are called where something is said of them.
    public static final String KNOWN = "known";

    /// @param part the code of a part, or [#KNOWN]
    public record Note(String part, String words) {

        /// What the part is called, as a message.
        public String label() {
            return (part.equals(KNOWN) ? "cases.note." : "cases.part.") + part;
        }
    }
}
