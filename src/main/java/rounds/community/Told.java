package rounds.community;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people say of themselves, by which they can be told apart.
public enum Told {
    PROFESSION,
    EXPERTISE,
    EMR,
    PLACE;

    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036F]");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// As it stands in addresses.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What this person says; nothing blank.
    public List<String> of(Colleague one) {
        return (switch (this) {
                    case PROFESSION -> Stream.of(one.profession());
                    case PLACE -> Stream.of(one.place());
                    case EXPERTISE -> one.expertise().stream();
                    case EMR -> one.emr().stream();
                })
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .toList();
    }

    /// Whether each word that was asked begins a word of what this person says: as the database
    /// tells.
    boolean fits(String asked, Colleague one) {
        String told = ' ' + String.join(" ", words(String.join(" ", of(one))));
        return words(asked).stream().allMatch(word -> told.contains(' ' + word));
    }

    /// Small, and without accents.
    static List<String> words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(plain)).filter(word -> !word.isEmpty()).toList();
    }
}
