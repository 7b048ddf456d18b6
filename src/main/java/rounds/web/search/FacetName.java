package rounds.web.search;

import rounds.cases.Outcome;
import rounds.forum.Kind;
import rounds.library.ResourceKind;
import rounds.search.Facet;
import rounds.search.Trait;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a value of a facet is called.
///
/// @param text a key of the messages, or the name itself
/// @param isKey which of the two
public record FacetName(String text, boolean isKey) {

    /// What can be looked for alone.
    static final List<String> TYPES =
            List.of("discussion", "post", "resource", "case_story", "topic", "term");

    /// @param name of a community or a person; of anything else the value
    static FacetName of(Facet facet, String value, String name) {
        return switch (facet) {
            case TYPE -> known(TYPES, "search.what.", value);
            case IS -> known(Trait.codes(), "search.is.", value);
            case HAS -> known(Facet.HELD, "search.has.", value);
            case KIND -> kind(value);
            case LANGUAGE -> new FacetName(itself(value), false);
            case FILE -> new FacetName(value.toUpperCase(Locale.ROOT), false);
            case COMMUNITY, AUTHOR, TAG, YEAR, PROFESSION, EMR -> new FacetName(name, false);
        };
    }

    /// What stands in an address may be anything.
    private static FacetName known(List<String> values, String key, String value) {
        return values.contains(value) ? key(key + value) : new FacetName(value, false);
    }

    static FacetName key(String key) {
        return new FacetName(key, true);
    }

    /// Each language calls itself what its readers call it.
    private static String itself(String code) {
        Locale language = Locale.of(code);
        return language.getDisplayLanguage(language);
    }

    private static FacetName kind(String code) {
        if (Arrays.stream(Kind.values()).anyMatch(kind -> kind.code().equals(code))) {
            return key("kind." + code);
        }
        if (ResourceKind.codes().contains(code)) {
            return key("library.kind." + code);
        }
        if (Outcome.codes().contains(code)) {
            return key("cases.outcome." + code);
        }
        return code.equals("topic") ? key("topics.one") : new FacetName(code, false);
    }
}
