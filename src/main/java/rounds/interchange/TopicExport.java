package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Transactions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Gives focus topics out, some at a time, with all that stands around them behind, and then what
/// newcomers read first.
@Singleton
class TopicExport {
    /// Each may have long summaries, and many of them.
    private static final int STEP = 5;

    private final TopicExportRepository rows;
    private final Transactions transactions;

    TopicExport(TopicExportRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// @param community null: of the site
    /// @param own whether what is people's own is told
    void write(@Nullable Long community, boolean own, ExportLines out) throws IOException {
        long last = Long.MIN_VALUE;
        for (var step = topics(community, last); !step.isEmpty(); step = topics(community, last)) {
            List<String> lines = new ArrayList<>();
            step.forEach(topic -> lines.add(topic.line()));
            Long[] ids = step.stream().map(MarkExportRepository.MarkLine::key).toArray(Long[]::new);
            for (TopicPart part : TopicPart.values()) {
                lines.addAll(transactions.system(() -> of(part, community, own, ids)));
            }
            write(lines, out);
            last = step.getLast().key();
        }
        write(transactions.system(() -> rows.starts(community, own)), out);
    }

    private static void write(List<String> lines, ExportLines out) throws IOException {
        for (String line : lines) {
            out.text(line);
        }
        out.tell(lines.size());
    }

    private List<MarkExportRepository.MarkLine> topics(@Nullable Long community, long after) {
        return transactions.system(() -> rows.topics(community, after, STEP));
    }

    private List<String> of(TopicPart part, @Nullable Long community, boolean own, Long[] topics) {
        return switch (part) {
            // Written with their steps; with no topic.
            case TOPIC, START -> List.of();
            case CURATOR -> rows.curators(topics);
            case VOTE -> rows.votes(topics);
            case SUMMARY -> rows.summaries(topics);
            case CITATION -> rows.citations(community, own, topics);
            case SUGGESTION -> rows.suggestions(topics);
            case ENTRY -> rows.entries(community, own, topics);
            case QUESTION -> rows.questions(community, own, topics);
            case AGREEMENT -> rows.agreements(topics);
            case STANCE -> rows.stances(topics);
            // Of a community alone no other comes along.
            case GUEST -> community == null ? rows.guests(topics) : List.of();
            case PRACTICE -> rows.practices(topics);
            case READING -> own ? rows.readings(topics) : List.of();
        };
    }
}
