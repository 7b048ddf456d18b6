package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.library.CollectionWords;
import rounds.library.Details;
import rounds.library.InPractice;
import rounds.library.LibraryIntake;
import rounds.library.Licence;
import rounds.library.Material;
import rounds.library.ResourceKind;
import rounds.platform.entry.Entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Reads the lines of libraries. What they say is asked the same as of what people enter, once it
/// is stored.
final class LibraryParser {
    private static final Set<String> VERSION_STATES = Set.of("current", "earlier", "proposed");
    private static final Set<String> STATES = Set.of("visible", "queued", "hidden");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_NUMBER = 1_000_000;
    private static final int MOST_HELD = 20_000;

    private final UnaryOperator<String> key;
    private final Instant now;

    /// @param key makes of an id of the file what it is here
    LibraryParser(UnaryOperator<String> key, Instant now) {
        this.key = key;
        this.now = now;
    }

    Line resource(Fields fields) {
        String adaptation = fields.optionalText(5_000, "adaptation");
        return new Line.Resource(
                needed(fields, "id"),
                Common.ownId(fields),
                needed(fields, "community"),
                needed(fields, "person"),
                details(fields),
                !fields.flag(false, "languageHeard"),
                fields.oneOf(Codes.VISIBILITIES, "visibility"),
                fields.oneOf(STATES, "visible", "state"),
                fields.time("created", now),
                fields.time("changed"),
                fields.flag(false, "official"),
                day(fields.nullableText(30, "reviewOn")),
                optional(fields, "supersededBy"),
                adaptation.isBlank() ? null : optional(fields, "adapts"),
                adaptation);
    }

    private static Details details(Fields fields) {
        int year = fields.number(0, 2_200, "year");
        return new Details(
                ResourceKind.of(fields.oneOf(Codes.RESOURCES, ResourceKind.TOOL.code(), "kind")),
                fields.text(Entry.LONGEST_TITLE, "title"),
                fields.optionalText(Details.LONGEST_DESCRIPTION, "description"),
                fields.optionalText(20, "language"),
                fields.list(100, 200, "tags"),
                fields.list(100, 300, "keywords"),
                fields.list(200, 300, "authors"),
                fields.optionalText(1_000, "source"),
                Licence.of(fields.oneOf(Codes.LICENCES, "", "licence")),
                fields.optionalText(1_000, "journal"),
                year == 0 ? null : (Integer) year,
                fields.optionalText(300, "doi"),
                fields.optionalText(50, "pmid"),
                fields.optionalText(Details.LONGEST_ABSTRACT, "abstract"),
                null);
    }

    Line version(Fields fields) {
        String name = fields.optionalText(200, "name");
        String url = fields.nullableText(2_000, "url");
        String body = fields.nullableText(Common.LONGEST_BODY, "body");
        boolean file = !name.isBlank();
        if ((file ? 1 : 0) + (url == null ? 0 : 1) + (body == null ? 0 : 1) != 1) {
            throw new BadLineException("it must have one of name, url, body");
        }
        String hash = fields.nullableText(64, "hash");
        if (hash != null && !HASH.matcher(hash).matches()) {
            throw new BadLineException("hash is no SHA-256");
        }
        return new Line.Version(
                needed(fields, "resource"),
                fields.number(1, MOST_NUMBER, "number"),
                needed(fields, "person"),
                fields.time("at", now),
                fields.optionalText(2_000, "note"),
                fields.oneOf(VERSION_STATES, "current", "state"),
                fields.flag(false, "sealed"),
                fields.number(0, MOST_NUMBER, "madeOf"),
                file
                        ? null
                        : url == null ? new Material.Text(or(body, "")) : new Material.Link(url),
                name,
                file ? fields.number(1, (int) LibraryIntake.MOST_BYTES, "bytes") : 0,
                hash);
    }

    Line versionData(Fields fields) {
        return new Line.VersionData(
                needed(fields, "resource"),
                fields.number(1, MOST_NUMBER, "number"),
                Common.data(fields));
    }

    Line collection(Fields fields) {
        return new Line.Collection(
                needed(fields, "id"),
                Common.ownId(fields),
                needed(fields, "community"),
                optional(fields, "in"),
                new CollectionWords(
                        fields.text(Entry.LONGEST_TITLE, "title"),
                        fields.optionalText(2_000, "description"),
                        fields.optionalText(20, "language"),
                        null),
                fields.oneOf(Codes.VISIBILITIES, "visibility"),
                fields.time("created", now),
                fields.list(MOST_HELD, 200, "holds").stream().map(key).toList());
    }

    Line practice(Fields fields) {
        return new Line.Practice(
                needed(fields, "resource"),
                needed(fields, "person"),
                fields.optionalText(InPractice.LONGEST_NOTE, "note"),
                fields.time("at", now));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new BadLineException("\"" + Said.of(or(text, "")) + "\" is not a day");
        }
    }

    private String needed(Fields fields, String name) {
        return key.apply(fields.id(name));
    }

    private @Nullable String optional(Fields fields, String name) {
        String id = fields.optionalId(name);
        return id == null ? null : key.apply(id);
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
