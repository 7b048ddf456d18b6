package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.community.Slugs;
import rounds.community.Visibility;
import rounds.identity.Addresses;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Reads the lines of people, communities and who belongs to them.
final class PeopleParser {
    private static final Set<String> PAGE_LANGUAGES = Set.of("en", "fr");

    private final UnaryOperator<String> key;
    private final @Nullable String source;
    private final Instant now;

    /// @param key makes of an id of the file what it is here
    /// @param source what the file is called, if it is not of Rounds
    PeopleParser(UnaryOperator<String> key, @Nullable String source, Instant now) {
        this.key = key;
        this.source = source;
        this.now = now;
    }

    Line.Person person(Fields fields) {
        String called = fields.text(200, "handle", "username");
        return new Line.Person(
                key.apply(fields.id("id")),
                Common.ownId(fields),
                called,
                Words.name(fields.optionalText(1000, "name"), called),
                email(fields),
                fields.flag(false, "admin"),
                timeZone(fields),
                pageLanguage(fields),
                Words.line(fields.optionalText(100, "profession"), 100),
                Words.line(fields.optionalText(150, "organisation"), 150),
                Words.line(fields.optionalText(150, "place"), 150),
                fields.optionalText(2000, "about"),
                fields.list(20, 60, "expertise"),
                fields.list(10, 60, "emr"),
                Common.languages(fields),
                fields.time("created", now));
    }

    private static @Nullable String email(Fields fields) {
        String email = fields.nullableText(254, "email");
        return email == null
                ? null
                : Common.checked(
                        () -> Addresses.clean(email),
                        "\"" + Said.of(email) + "\" is not an e-mail address");
    }

    /// One that nobody here knows is passed over, like a language that the pages do not speak: the
    /// person is more than her clock.
    private static @Nullable String timeZone(Fields fields) {
        String zone = fields.nullableText(100, "timeZone");
        return zone != null && ZoneId.getAvailableZoneIds().contains(zone) ? zone : null;
    }

    private static @Nullable String pageLanguage(Fields fields) {
        String language = fields.nullableText(20, "language");
        return language != null && PAGE_LANGUAGES.contains(language) ? language : null;
    }

    Line.Community community(Fields fields) {
        String name = Words.line(fields.text(1000, "name"), 100);
        if (name.length() < 2) {
            throw new BadLineException("name must have at least 2 characters");
        }
        String slug = fields.optionalText(60, "slug");
        List<String> languages = Common.languages(fields);
        return new Line.Community(
                key.apply(fields.id("id")),
                Common.ownId(fields),
                slug.isEmpty() ? Slugs.from(name) : slug(slug),
                name,
                fields.optionalText(2000, "purpose", "description"),
                fields.optionalText(1000, "audience"),
                fields.oneOf(Codes.VISIBILITIES, Visibility.PUBLIC.code(), "visibility"),
                languages.isEmpty() ? List.of("en") : languages,
                reference(fields.optionalId("createdBy")),
                fields.flag(false, "reviewFirstPosts"),
                fields.flag(true, "membersMayInvite"),
                false,
                fields.time("created", now));
    }

    /// Private notes between a few people: closed for good.
    Line.Community conversation(Fields fields) {
        return new Line.Community(
                key.apply(fields.id("id")),
                Common.ownId(fields),
                "",
                Words.line(fields.text(1000, "name"), 100),
                "",
                "",
                "private",
                List.of("en"),
                reference(fields.optionalId("createdBy")),
                false,
                false,
                true,
                fields.time("created", now));
    }

    private static String slug(String slug) {
        if (!Slugs.isSlug(slug)) {
            throw new BadLineException(
                    "the slug \""
                            + Said.of(slug)
                            + "\" has more than small letters, digits and hyphens");
        }
        return slug;
    }

    Line.Membership membership(Fields fields, byte[] line) {
        List<String> roles = fields.list(6, 30, "roles");
        for (String role : roles) {
            if (!Codes.ROLES.contains(role)) {
                throw new BadLineException("the role \"" + Said.of(role) + "\" is unknown");
            }
        }
        Instant from = fields.time("from", now);
        Instant to = fields.time("to");
        if (to != null && to.isBefore(from)) {
            throw new BadLineException("it ends before it begins");
        }
        return new Line.Membership(
                mark(line),
                key.apply(fields.id("community")),
                key.apply(fields.id("person", "user")),
                roles,
                from,
                to);
    }

    /// From the line's own words: a duration before now is another time at each run.
    private long mark(byte[] line) {
        String words = source + " " + new String(line, StandardCharsets.UTF_8).strip();
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }

    private @Nullable String reference(@Nullable String id) {
        return id == null ? null : key.apply(id);
    }
}
