package rounds.cases;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Case stories as the system brings them: they were told somewhere before, and come with their
/// dates and with what others said.
@Singleton
public class CaseStock {
    private final CaseStockRepository rows;
    private final Markdown markdown;
    private final Changes changes;
    private final Transactions transactions;

    CaseStock(
            CaseStockRepository rows,
            Markdown markdown,
            Changes changes,
            Transactions transactions) {
        this.rows = rows;
        this.markdown = markdown;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// Where a story comes from.
    ///
    /// @param sourceId by which it is known when it comes once more
    public record Past(String sourceId, long communityId, long writtenBy, Instant at) {}

    /// Brings a story that is read; all of it or nothing.
    ///
    /// @return false when it is here already
    /// @throws ProblemException invalid, with every field that cannot be taken, is missing, or
    ///   could tell who the patient is
    public boolean bring(Past past, Facts entered, Map<Part, String> parts, Authority authority) {
        Facts facts = entered.checked();
        var told = new Told(facts, parts);
        Clearing.refuse(
                new Readiness(
                        told.missing(),
                        IdentifierCheck.of(told.texts(), facts.language()),
                        List.of()));
        Authority right = authority.checked();
        long id = Ids.next();
        return transactions.system(() -> {
            if (!add(id, past, facts)) {
                return false;
            }
            parts.forEach((part, body) -> {
                Html made = markdown.show(body, Ids.text(id) + "-" + part.code());
                rows.section(id, part.code(), body, made.value(), made.version());
            });
            rows.authorise(
                    id,
                    right.ground().code(),
                    right.ofWhom(),
                    right.on(),
                    right.reference(),
                    past.at);
            append(past.writtenBy, id, What.CREATED);
            return true;
        });
    }

    private boolean add(long id, Past past, Facts facts) {
        return rows.add(
                        id,
                        past.sourceId,
                        past.communityId,
                        past.writtenBy,
                        past.at,
                        facts.title(),
                        facts.language(),
                        code(facts.outcome()),
                        code(facts.setting()),
                        facts.practice(),
                        array(facts.conditions()),
                        array(facts.tags()),
                        array(facts.learning()),
                        array(facts.tookPart().stream().map(Participant::who).toList()),
                        array(facts.tookPart().stream().map(one -> one.how().code()).toList()),
                        facts.led(),
                        code(facts.patientView()),
                        facts.patientWords(),
                        facts.named(),
                        facts.membersOnly())
                == 1;
    }

    private static @Nullable String code(@Nullable Enum<?> choice) {
        return choice == null ? null : Codes.of(choice);
    }

    private static String[] array(List<String> lines) {
        return lines.toArray(String[]::new);
    }

    /// How a story that was brought went on.
    public void followUp(String sourceId, int months, String body, Instant at) {
        transactions.system(() -> {
            long id = rows.id(sourceId);
            long made = Ids.next();
            Html html = markdown.show(body, Ids.text(made));
            rows.follow(made, id, months, body, html.value(), html.version(), at);
            append(0, id, What.EDITED);
            return id;
        });
    }

    /// Somebody tried the same; once a person.
    public void tried(
            String sourceId, long person, Result result, Setting setting, String note, Instant at) {
        transactions.system(() -> {
            long id = rows.id(sourceId);
            rows.attempt(id, person, result.code(), setting.code(), note, at);
            append(person, id, What.MARKED);
            return id;
        });
    }

    /// Somebody gives a quiet word; once a person.
    public void say(String sourceId, long person, Word word, Instant at) {
        transactions.system(() -> rows.say(rows.id(sourceId), person, word.code(), at));
    }

    private void append(long person, long id, What what) {
        changes.append(person, new ContentRef(ContentType.CASE_STORY, id), what);
    }
}
