package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.platform.database.Ids;
import rounds.platform.settings.Settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads to which content a line points: as the picker writes it, or as the address of its page.
@Singleton
public class Pointing {
    private static final Map<String, ContentType> KINDS =
            Map.of(
                    "d", ContentType.DISCUSSION,
                    "p", ContentType.POST,
                    "r", ContentType.RESOURCE,
                    "c", ContentType.CASE_STORY,
                    "cases", ContentType.CASE_STORY);

    private final Pattern pattern;

    Pointing(Settings settings) {
        pattern =
                Pattern.compile(
                        "\\[\\[([dprc]):([0-9A-Za-z]{13})(?:\\|[^\\[\\]\\n]{0,200})?]]|(?:"
                                + Pattern.quote(settings.baseUrl().toString())
                                + ")?/(d|p|r|cases)/([0-9A-Za-z]{13})(?:[-/?#]\\S*)?");
    }

    /// Empty for what points to nothing of this site.
    public Optional<ContentRef> read(String line) {
        Matcher found = pattern.matcher(line.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        boolean picked = found.group(1) != null;
        String kind = picked ? found.group(1) : found.group(3);
        String id = (picked ? found.group(2) : found.group(4)).toLowerCase(Locale.ROOT);
        ContentType type = KINDS.get(kind);
        return type == null || !Ids.isId(id)
                ? Optional.empty()
                : Optional.of(new ContentRef(type, Ids.parse(id)));
    }
}
