package rounds.interchange;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;

import jakarta.inject.Singleton;

import rounds.cases.Authority;
import rounds.cases.CaseStock;
import rounds.cases.Facts;
import rounds.cases.Ground;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.Participant;
import rounds.cases.PatientView;
import rounds.cases.Result;
import rounds.cases.Setting;
import rounds.cases.Way;
import rounds.cases.Word;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The case stories of the sample communities: `sample/cases/stories.jsonl` tells them,
/// `after.jsonl` what came later, who tried the same and who gave a quiet word.
@Singleton
final class SampleStories {
    private static final String FOLDER = "/sample/cases/";
    private static final int LONGEST_LINE = 10_000;
    private static final int MOST = 20;

    private final CaseStock stock;
    private final SampleRepository rows;
    private final JsonMapper json;
    private final Transactions transactions;
    private final Moment moment;

    SampleStories(
            CaseStock stock,
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

    /// After the people and the communities; what is here already is left as it is.
    ///
    /// @return how many stories have come
    int load() throws IOException {
        Instant now = moment.now();
        Map<String, Long> ids = Found.byKey(transactions.system(rows::peopleAndCommunities));
        int come = 0;
        for (Fields fields : lines("stories.jsonl", now)) {
            if (bring(fields, ids, now)) {
                come++;
            }
        }
        if (come > 0) {
            for (Fields fields : lines("after.jsonl", now)) {
                goOn(fields, ids, now);
            }
        }
        return come;
    }

    private boolean bring(Fields fields, Map<String, Long> ids, Instant now) {
        return stock.bring(
                new CaseStock.Past(
                        key(fields, "id"),
                        id(ids, fields, "community"),
                        id(ids, fields, "by"),
                        fields.time("at", now)),
                facts(fields),
                parts(fields),
                new Authority(
                        Ground.of(word(fields, "ground")),
                        fields.optionalText(LONGEST_LINE, "ofWhom"),
                        null,
                        fields.optionalText(LONGEST_LINE, "reference")));
    }

    private static Facts facts(Fields fields) {
        return new Facts(
                word(fields, "title"),
                word(fields, "language"),
                Outcome.of(word(fields, "outcome")),
                Setting.of(word(fields, "setting")),
                fields.optionalText(LONGEST_LINE, "practice"),
                list(fields, "conditions"),
                list(fields, "tags"),
                list(fields, "learning"),
                people(fields),
                fields.optionalText(LONGEST_LINE, "led"),
                PatientView.of(word(fields, "patientView")),
                fields.optionalText(LONGEST_LINE, "patientWords"),
                fields.flag(true, "named"),
                fields.flag(false, "membersOnly"));
    }

    private static List<Participant> people(Fields fields) {
        List<String> ways = list(fields, "how");
        var people = new ArrayList<Participant>();
        for (String who : list(fields, "who")) {
            people.add(new Participant(who, Way.of(ways.get(people.size()))));
        }
        return people;
    }

    private static Map<Part, String> parts(Fields fields) {
        var parts = new EnumMap<Part, String>(Part.class);
        for (Part part : Part.values()) {
            String body = fields.optionalText(LONGEST_LINE, part.code());
            if (!body.isEmpty()) {
                parts.put(part, body);
            }
        }
        return parts;
    }

    private void goOn(Fields fields, Map<String, Long> ids, Instant now) {
        Instant at = fields.time("at", now);
        if (fields.optionalId("follows") != null) {
            stock.followUp(
                    key(fields, "follows"),
                    fields.number(0, 600, "months"),
                    word(fields, "body"),
                    at);
        } else if (fields.optionalId("tried") != null) {
            stock.tried(
                    key(fields, "tried"),
                    id(ids, fields, "by"),
                    Result.of(word(fields, "result")),
                    Setting.of(word(fields, "setting")),
                    fields.optionalText(LONGEST_LINE, "note"),
                    at);
        } else {
            Word said = Word.of(word(fields, "word"));
            for (String by : list(fields, "by")) {
                long person = Objects.requireNonNull(ids.get("sample:" + by), by);
                stock.say(key(fields, "of"), person, said, at);
            }
        }
    }

    private List<Fields> lines(String file, Instant now) throws IOException {
        try (InputStream from =
                Objects.requireNonNull(
                        SampleStories.class.getResourceAsStream(FOLDER + file), file)) {
            var lines = new ArrayList<Fields>();
            for (String line :
                    new String(from.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                lines.add(new Fields(json.readValue(line, Argument.of(JsonNode.class)), now));
            }
            return lines;
        }
    }

    private static String word(Fields fields, String name) {
        return fields.text(LONGEST_LINE, name);
    }

    private static List<String> list(Fields fields, String name) {
        return fields.list(MOST, LONGEST_LINE, name);
    }

    private static long id(Map<String, Long> ids, Fields fields, String name) {
        return Objects.requireNonNull(ids.get(key(fields, name)), name);
    }

    private static String key(Fields fields, String name) {
        return "sample:" + fields.id(name);
    }
}
