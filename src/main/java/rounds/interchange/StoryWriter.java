package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes case stories in, with all that stands in them, and what others say of them.
@Singleton
class StoryWriter {
    private final StoryRepository stories;
    private final CommunityWriter communities;
    private final PersonWriter people;
    private final MembershipWriter memberships;
    private final Rows rows;
    private final Changes changes;

    StoryWriter(
            StoryRepository stories,
            CommunityWriter communities,
            PersonWriter people,
            MembershipWriter memberships,
            Rows rows,
            Changes changes) {
        this.stories = stories;
        this.communities = communities;
        this.people = people;
        this.memberships = memberships;
        this.rows = rows;
        this.changes = changes;
    }

    /// The same with its words laid out: takes its time, not inside a transaction. Never refuses.
    static Line.Story laid(Line.Story line, Markdown markdown) {
        var laid = new ArrayList<Line.StoryText>();
        for (Line.StoryText text : line.texts()) {
            String prefix = "n" + Integer.toHexString(line.key().hashCode()) + "-" + laid.size();
            Html html = markdown.show(text.body(), prefix);
            laid.add(
                    new Line.StoryText(
                            text.part(), text.months(), text.body(), html.value(), text.at()));
        }
        return new Line.Story(
                line.key(),
                line.ownId(),
                line.community(),
                line.author(),
                line.title(),
                line.language(),
                line.outcome(),
                line.setting(),
                line.practice(),
                line.conditions(),
                line.tags(),
                line.learning(),
                line.tookPart(),
                line.workedBy(),
                line.led(),
                line.patientView(),
                line.patientWords(),
                line.named(),
                line.membersOnly(),
                line.visibility(),
                line.state(),
                List.copyOf(laid),
                line.started(),
                line.changed(),
                line.published());
    }

    void write(List<Numbered<Line.Story>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Long> here =
                find(lines.stream().flatMap(line -> keys(line.line())).collect(Collectors.toSet()));
        var homes =
                communities.find(
                        lines.stream()
                                .map(line -> line.line().community())
                                .collect(Collectors.toSet()));
        Map<String, Long> authors =
                people.find(
                        lines.stream()
                                .map(line -> line.line().author())
                                .collect(Collectors.toSet()),
                        run);
        var fresh = new ArrayList<StoryRow>();
        var texts = new ArrayList<StoryRow.Text>();
        var joined = new HashMap<Run.Pair, Instant>();
        for (Numbered<Line.Story> numbered : lines) {
            Line.Story line = numbered.line();
            var home = homes.get(line.community());
            Long author = authors.get(line.author());
            if (keys(line).anyMatch(here::containsKey)) {
                outcome.already(1);
            } else if (home == null) {
                outcome.wait(numbered.number(), "the community", line.community());
            } else if (author == null) {
                outcome.wait(numbered.number(), "the person", line.author());
            } else {
                StoryRow row = row(line, home, author);
                here.put(line.key(), row.id());
                fresh.add(row);
                line.texts().forEach(text -> texts.add(text(row, text)));
                joined.merge(
                        new Run.Pair(home.id(), author),
                        line.started(),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        if (!fresh.isEmpty()) {
            memberships.join(joined, run, outcome);
            stories.insert(rows.json(fresh));
            stories.insertParts(rows.json(texts));
            stories.insertFollowUps(rows.json(texts));
            changes.appendAll(
                    fresh.stream()
                            .map(row -> new ContentRef(ContentType.CASE_STORY, row.id()))
                            .toList(),
                    What.CREATED);
        }
        outcome.marks(fresh.size());
    }

    private Map<String, Long> find(Collection<String> keys) {
        return Found.byKey(stories.find(keys.toArray(String[]::new), Found.ownIds(keys)));
    }

    private static Stream<String> keys(Line.Story line) {
        return line.ownId() == null
                ? Stream.of(line.key())
                : Stream.of(line.key(), Ids.text(line.ownId()));
    }

    private static StoryRow row(Line.Story line, CommunityRepository.Home home, long author) {
        long id = line.ownId() == null ? Ids.next() : line.ownId();
        return new StoryRow(
                id,
                home.id(),
                line.state(),
                author,
                line.named(),
                line.title(),
                line.language() == null ? home.language() : line.language(),
                line.outcome(),
                line.setting(),
                line.practice(),
                line.conditions(),
                line.tags(),
                line.learning(),
                line.tookPart(),
                line.workedBy(),
                line.led(),
                line.patientView(),
                line.patientWords(),
                line.membersOnly(),
                line.visibility() == null ? home.visibility() : line.visibility(),
                line.started().toString(),
                line.changed().toString(),
                line.published().toString(),
                Found.sourceId(line.key(), id));
    }

    private static StoryRow.Text text(StoryRow row, Line.StoryText text) {
        return new StoryRow.Text(
                Ids.next(),
                row.id(),
                row.communityId(),
                text.part(),
                text.months(),
                text.body(),
                text.html(),
                Markdown.VERSION,
                text.at().toString());
    }

    void rights(List<Numbered<Line.StoryRight>> lines, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Long> here =
                find(lines.stream().map(line -> line.line().story()).collect(Collectors.toSet()));
        var fresh = new ArrayList<StoryRow.Right>();
        for (Numbered<Line.StoryRight> numbered : lines) {
            Line.StoryRight line = numbered.line();
            Long story = here.get(line.story());
            if (story == null) {
                outcome.wait(numbered.number(), "the case story", line.story());
            } else {
                fresh.add(
                        new StoryRow.Right(
                                story,
                                line.ground(),
                                line.ofWhom(),
                                line.on() == null ? null : line.on().toString(),
                                line.reference(),
                                line.at().toString()));
            }
        }
        if (!fresh.isEmpty()) {
            count(fresh.size(), stories.insertRights(rows.json(fresh)), outcome);
        }
    }

    void answers(List<Numbered<Line.StoryAnswer>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Long> here =
                find(lines.stream().map(line -> line.line().story()).collect(Collectors.toSet()));
        Set<String> keys =
                lines.stream().map(line -> line.line().person()).collect(Collectors.toSet());
        Map<String, Long> persons = people.find(keys, run);
        var fresh = new ArrayList<StoryRow.Answer>();
        for (Numbered<Line.StoryAnswer> numbered : lines) {
            Line.StoryAnswer line = numbered.line();
            @Nullable Long story = here.get(line.story());
            @Nullable Long person = persons.get(line.person());
            if (story == null) {
                outcome.wait(numbered.number(), "the case story", line.story());
            } else if (person == null) {
                outcome.wait(numbered.number(), "the person", line.person());
            } else {
                fresh.add(
                        new StoryRow.Answer(
                                story,
                                person,
                                line.word(),
                                line.result(),
                                line.setting(),
                                line.note(),
                                line.at().toString()));
            }
        }
        if (!fresh.isEmpty()) {
            String json = rows.json(fresh);
            count(fresh.size(), stories.insertTrials(json) + stories.insertWords(json), outcome);
        }
    }

    private static void count(int all, int added, Outcome outcome) {
        outcome.marks(added);
        outcome.already(all - added);
    }
}
