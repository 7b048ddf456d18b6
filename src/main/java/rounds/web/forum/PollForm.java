package rounds.web.forum;

import rounds.forum.PollWords;
import rounds.web.page.Form;

import java.util.Map;

/// The fields with which a poll is asked, wherever they stand.
final class PollForm {
    static PollWords words(Form form) {
        return new PollWords(
                form.text("poll-question"),
                form.text("poll-options"),
                form.line("poll-kind"),
                form.line("poll-most"),
                form.line("poll-ballots"),
                form.line("poll-results"),
                form.line("poll-ends"));
    }

    static void put(PollWords words, Map<String, String> fields) {
        if (words.isEmpty()) {
            return;
        }
        fields.put("poll-question", words.question());
        fields.put("poll-options", words.options());
        fields.put("poll-kind", words.kind());
        fields.put("poll-most", words.most());
        fields.put("poll-ballots", words.ballots());
        fields.put("poll-results", words.results());
        fields.put("poll-ends", words.ends());
    }

    private PollForm() {}
}
