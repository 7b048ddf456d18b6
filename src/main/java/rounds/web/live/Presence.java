package rounds.web.live;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import rounds.platform.database.Transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// How many people have a discussion open, on this node and on the others.
@Singleton
final class Presence {
    /// Well within the three minutes after which the others forget this node.
    private static final Duration RENEW_EVERY = Duration.ofMinutes(1);

    private final PresenceRepository rows;
    private final Transactions transactions;
    private final String node = UUID.randomUUID().toString();
    private Map<Long, Integer> reported = Map.of();
    private Instant reportedAt = Instant.EPOCH;

    Presence(PresenceRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// Tells the other nodes who is here, if that has changed or is old, and adds who is there.
    ///
    /// @param here readers of this node by discussion
    /// @return readers of all nodes by discussion
    Map<Long, Integer> exchange(Map<Long, Integer> here, Instant now) {
        boolean changed = !here.equals(reported);
        if (here.isEmpty() && !changed) {
            return Map.of();
        }
        Long[] discussions = here.keySet().toArray(Long[]::new);
        Map<Long, Integer> elsewhere =
                transactions.system(() -> {
                    if (changed || reportedAt.plus(RENEW_EVERY).isBefore(now)) {
                        Integer[] readers =
                                Arrays.stream(discussions).map(here::get).toArray(Integer[]::new);
                        rows.report(node, discussions, readers);
                        reported = Map.copyOf(here);
                        reportedAt = now;
                    }
                    return rows.elsewhere(node, discussions).stream()
                            .collect(
                                    Collectors.toMap(
                                            PresenceRow::discussionId, PresenceRow::readers));
                });
        return here.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        entry.getValue()
                                                + elsewhere.getOrDefault(entry.getKey(), 0)));
    }

    @PreDestroy
    void leave() {
        if (!reported.isEmpty()) {
            transactions.<Void>system(() -> {
                rows.report(node, new Long[0], new Integer[0]);
                return null;
            });
        }
    }
}
