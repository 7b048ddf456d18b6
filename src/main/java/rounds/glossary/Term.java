package rounds.glossary;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A word of a community, as its viewer may read it.
///
/// @param expansion what it stands for, where it is an abbreviation; may be empty
/// @param source what it means, in Markdown; may be empty where there is an expansion
/// @param language `en` or `fr`
/// @param counterpart what the other of the two languages calls it; may be empty
/// @param spellings how else it is written or shortened
/// @param reviewOn the day from which it is due to be looked at again
/// @param reason why it was not taken; else empty
/// @param revision of its words, from 1
public record Term(
        long id,
        long communityId,
        String communitySlug,
        TermState state,
        String name,
        String expansion,
        String source,
        Html meaning,
        String language,
        String counterpart,
        List<String> spellings,
        @Nullable LocalDate reviewOn,
        Author proposer,
        String reason,
        Instant changedAt,
        int revision) {

    /// Under what everything stands that begins with no letter.
    public static final String OTHERS = "0";

    /// Canonical address without the host: its place in the glossary.
    public String path() {
        return path(communitySlug, id, name);
    }

    static String path(String slug, long id, String name) {
        return "/c/" + slug + "/glossary?letter=" + letter(name) + "#" + place(id);
    }

    /// Its place on the page on which it stands.
    public String place() {
        return place(id);
    }

    private static String place(long id) {
        return "t" + Ids.text(id);
    }

    /// The letter under which it stands: small and without an accent.
    public String letter() {
        return letter(name);
    }

    static String letter(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        char first = plain.charAt(0);
        return first >= 'a' && first <= 'z' ? String.valueOf(first) : OTHERS;
    }

    /// The language of its counterpart.
    public String otherLanguage() {
        return language.equals("fr") ? "en" : "fr";
    }

    public boolean waits() {
        return state == TermState.PROPOSED;
    }
}
