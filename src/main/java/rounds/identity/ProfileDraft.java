package rounds.identity;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What a person enters about herself.
public record ProfileDraft(
        String name,
        String handle,
        String profession,
        String organisation,
        String place,
        String about,
        List<String> expertise,
        List<String> emr,
        List<String> languages) {
    private static final int MOST_EXPERTISE = 20;
    private static final int MOST_OTHERS = 10;
    private static final int LONGEST_WORD = 80;
    private static final int LONGEST_ABOUT = 2000;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /// The same as it is kept.
    ///
    /// @throws ProblemException `Invalid` with everything that is wrong
    ProfileDraft checked() {
        var wrong = new ArrayList<Problem.Field>();
        var clean =
                new ProfileDraft(
                        collect(wrong, () -> Names.clean(name)),
                        collect(wrong, () -> Handles.clean(handle)),
                        line(wrong, "profession", profession, 100),
                        line(wrong, "organisation", organisation, 150),
                        line(wrong, "place", place, 150),
                        about(wrong),
                        words(wrong, "expertise", expertise, MOST_EXPERTISE),
                        words(wrong, "emr", emr, MOST_OTHERS),
                        languages(wrong));
        if (!wrong.isEmpty()) {
            throw new ProblemException(new Problem.Invalid(List.copyOf(wrong)));
        }
        return clean;
    }

    private static String collect(
            List<Problem.Field> wrong, java.util.function.Supplier<String> value) {
        try {
            return value.get();
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Invalid invalid) {
                wrong.addAll(invalid.fields());
                return "";
            }
            throw refused;
        }
    }

    private static String line(List<Problem.Field> wrong, String field, String text, int longest) {
        String line = Names.line(text);
        tooLong(wrong, field, line, longest);
        return line;
    }

    private String about(List<Problem.Field> wrong) {
        String text = about.strip();
        tooLong(wrong, "about", text, LONGEST_ABOUT);
        return text;
    }

    private static List<String> words(
            List<Problem.Field> wrong, String field, List<String> entered, int most) {
        var words = new LinkedHashSet<String>();
        for (String word : entered) {
            String line = Names.line(word);
            if (!line.isEmpty()) {
                tooLong(wrong, field, line, LONGEST_WORD);
                words.add(line);
            }
        }
        if (words.size() > most) {
            wrong.add(new Problem.Field(field, "identity." + field + ".many", most));
        }
        return List.copyOf(words);
    }

    private List<String> languages(List<Problem.Field> wrong) {
        List<String> codes = words(wrong, "languages", languages, MOST_OTHERS);
        if (!codes.stream().allMatch(code -> LANGUAGE.matcher(code).matches())) {
            wrong.add(new Problem.Field("languages", "identity.languages.form"));
        }
        return codes;
    }

    private static void tooLong(List<Problem.Field> wrong, String field, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            wrong.add(new Problem.Field(field, "identity." + field + ".long", longest));
        }
    }
}
