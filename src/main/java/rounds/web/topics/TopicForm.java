package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.topics.Pursuit;
import rounds.topics.Topic;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// The form of what a topic pursues: what it starts with, and what was entered.
final class TopicForm {

    static Filled filled(Topic topic) {
        Pursuit pursuit = topic.pursuit();
        var values = new LinkedHashMap<String, String>();
        values.put("title", pursuit.title());
        values.put("question", pursuit.question());
        values.put("why", pursuit.why());
        values.put("objectives", String.join("\n", pursuit.objectives()));
        values.put("tags", String.join(", ", pursuit.tags()));
        values.put("language", pursuit.language());
        values.put("starts", pursuit.starts() == null ? "" : pursuit.starts().toString());
        values.put("ends", pursuit.ends() == null ? "" : pursuit.ends().toString());
        values.put("revision", String.valueOf(topic.revision()));
        return Filled.with(values);
    }

    /// @throws ProblemException invalid, for what is no day
    static Pursuit pursuit(Form form) {
        return new Pursuit(
                form.text("title"),
                form.text("question"),
                form.text("why"),
                form.text("objectives").lines().toList(),
                tags(form),
                form.line("language"),
                day(form, "starts"),
                day(form, "ends"));
    }

    private static List<String> tags(Form form) {
        return Arrays.stream(form.text("tags").split("[,;\n]", -1)).toList();
    }

    /// @throws ProblemException invalid on that field, for what is no day
    static @Nullable LocalDate day(Form form, String field) {
        String typed = form.line(field);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            // The database keeps no others, and nobody means them.
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Said below.
        }
        throw ProblemException.invalid(field, "topics.day.unreadable");
    }

    static int number(Form form, String field) {
        String given = form.line(field);
        return given.matches("\\d{1,9}") ? Integer.parseInt(given) : 0;
    }

    private TopicForm() {}
}
