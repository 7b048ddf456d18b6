package rounds.interchange;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.library.CollectionWords;
import rounds.library.Details;
import rounds.library.LibraryStock;
import rounds.library.LibraryStock.Made;
import rounds.library.Licence;
import rounds.library.Material;
import rounds.library.ResourceKind;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the sample communities keep in their libraries. `sample/library/index.jsonl` says of each
/// document who shared it, where, when and as what: a line a resource, with its first version in
/// it, and a line for each version that came later; `collections.jsonl` in which order what stands
/// together there.
@Singleton
final class SampleLibrary {
    private static final String FOLDER = "/sample/library/";
    private static final int LONGEST_LINE = 10_000;
    private static final int MOST_NAMES = 20;

    private final LibraryStock stock;
    private final SampleRepository rows;
    private final JsonMapper json;
    private final Transactions transactions;
    private final Moment moment;

    SampleLibrary(
            LibraryStock stock,
            SampleRepository rows,
            JsonMapper json,
            Transactions transactions,
            Moment moment) {
        this.stock = stock;
        this.rows = rows;
        this.json = json;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// @param first with the versions that came later behind it
    private record Entry(Fields first, List<Fields> later) {}

    /// After the people and the communities; what is here already is left as it is.
    ///
    /// @return how many resources have come
    int load() throws IOException {
        Instant now = moment.now();
        Map<String, Long> ids = Found.byKey(transactions.system(rows::peopleAndCommunities));
        int come = 0;
        for (Entry entry : entries(now)) {
            if (!stock.has(key(entry.first, "id"))) {
                bring(entry, ids, now);
                come++;
            }
        }
        collect(ids, now);
        practise(ids, now);
        return come;
    }

    private void practise(Map<String, Long> ids, Instant now) throws IOException {
        for (String line : text("practice.jsonl").lines().toList()) {
            var fields = new Fields(json.readValue(line, Argument.of(JsonNode.class)), now);
            String original = fields.optionalId("adapts");
            if (original == null) {
                stock.used(
                        key(fields, "of"),
                        id(ids, fields, "by"),
                        fields.time("at", now),
                        fields.optionalText(LONGEST_LINE, "note"));
            } else {
                stock.adapted(
                        key(fields, "of"),
                        key(fields, "adapts"),
                        fields.text(LONGEST_LINE, "changes"));
            }
        }
    }

    private void collect(Map<String, Long> ids, Instant now) throws IOException {
        for (String line : text("collections.jsonl").lines().toList()) {
            var fields = new Fields(json.readValue(line, Argument.of(JsonNode.class)), now);
            stock.collect(
                    new LibraryStock.Collected(
                            key(fields, "id"),
                            id(ids, fields, "community"),
                            fields.optionalId("in") == null ? null : key(fields, "in"),
                            fields.time("at", now),
                            fields.list(MOST_NAMES, LONGEST_LINE, "holds").stream()
                                    .map(one -> "sample:" + one)
                                    .toList()),
                    new CollectionWords(
                            fields.text(LONGEST_LINE, "title"),
                            fields.optionalText(LONGEST_LINE, "description"),
                            fields.text(LONGEST_LINE, "language"),
                            null));
        }
    }

    private List<Entry> entries(Instant now) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : text("index.jsonl").lines().toList()) {
            var fields = new Fields(json.readValue(line, Argument.of(JsonNode.class)), now);
            if (fields.optionalId("of") == null) {
                entries.add(new Entry(fields, new ArrayList<>()));
            } else {
                entries.getLast().later.add(fields);
            }
        }
        return entries;
    }

    private void bring(Entry entry, Map<String, Long> ids, Instant now) throws IOException {
        List<Made> made = new ArrayList<>();
        made.add(made(entry.first, ids, now));
        for (Fields version : entry.later) {
            made.add(made(version, ids, now));
        }
        Fields fields = entry.first;
        stock.bring(
                new LibraryStock.Past(
                        key(fields, "id"),
                        id(ids, fields, "community"),
                        made.getFirst().by(),
                        made.getFirst().at(),
                        fields.flag(false, "official"),
                        review(fields, now),
                        fields.number(0, 1_000, "readers")),
                details(fields),
                made);
    }

    private static Details details(Fields fields) {
        return new Details(
                ResourceKind.of(fields.text(LONGEST_LINE, "kind")),
                fields.text(LONGEST_LINE, "title"),
                fields.text(LONGEST_LINE, "description"),
                fields.text(LONGEST_LINE, "language"),
                fields.list(MOST_NAMES, LONGEST_LINE, "tags"),
                fields.list(MOST_NAMES, LONGEST_LINE, "keywords"),
                fields.list(MOST_NAMES, LONGEST_LINE, "authors"),
                fields.optionalText(LONGEST_LINE, "source"),
                Licence.of(fields.optionalText(LONGEST_LINE, "licence")),
                "",
                null,
                "",
                "",
                "",
                null);
    }

    private Made made(Fields fields, Map<String, Long> ids, Instant now) throws IOException {
        long by = id(ids, fields, "by");
        return new Made(
                by,
                fields.time("at", now),
                material(fields, by),
                fields.optionalText(LONGEST_LINE, "note"),
                fields.flag(false, "proposed"));
    }

    private Material material(Fields fields, long by) throws IOException {
        String link = fields.nullableText(LONGEST_LINE, "link");
        if (link != null) {
            return new Material.Link(link);
        }
        String written = fields.nullableText(LONGEST_LINE, "text");
        if (written != null) {
            return new Material.Text(text(written));
        }
        String file = fields.text(LONGEST_LINE, "file");
        try (InputStream from = open(file)) {
            return stock.keep(by, fields.optionalText(LONGEST_LINE, "name", "file"), from);
        }
    }

    /// Days from now; of some it is past.
    private static @Nullable LocalDate review(Fields fields, Instant now) {
        int days = fields.number(-1_000, 1_000, "reviewInDays");
        return days == -1_000 ? null : LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days);
    }

    private static long id(Map<String, Long> ids, Fields fields, String name) {
        return Objects.requireNonNull(ids.get(key(fields, name)), name);
    }

    private static String key(Fields fields, String name) {
        return "sample:" + fields.id(name);
    }

    private static String text(String file) throws IOException {
        try (InputStream from = open(file)) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(SampleLibrary.class.getResourceAsStream(FOLDER + file), file);
    }
}
