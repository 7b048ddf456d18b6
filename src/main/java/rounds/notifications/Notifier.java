package rounds.notifications;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Change;
import rounds.kernel.ChangeConsumer;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Position;
import rounds.kernel.What;
import rounds.platform.changes.ChangeLog;
import rounds.platform.database.Transactions;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes notifications of what the change log tells. Its position lies beside them and moves in the
/// same transaction, so that a crash loses none and doubles none; the lock on that one row lets one
/// node at a time work.
@Singleton
class Notifier implements ChangeConsumer {
    /// So few in one transaction, that even announcements to thousands stay far below a second:
    /// everybody's horizon waits for it.
    private static final int STEP = 5;

    private final PositionRepository positions;
    private final ChangeLog log;
    private final Contents contents;
    private final Teller teller;
    private final DoorTeller doors;
    private final Transactions transactions;

    Notifier(
            PositionRepository positions,
            ChangeLog log,
            Contents contents,
            Teller teller,
            DoorTeller doors,
            Transactions transactions) {
        this.positions = positions;
        this.log = log;
        this.contents = contents;
        this.teller = teller;
        this.doors = doors;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Position position() {
        String epoch = log.epoch();
        PositionRepository.@Nullable Place place =
                transactions.system(() -> positions.find().orElse(null));
        if (place == null) {
            begin(epoch, Position.START);
            return Position.START;
        }
        if (!place.epoch().equals(epoch)) {
            // Restored from a copy: what is in it was told before, and its numbers say nothing
            // here.
            Position now = log.horizon();
            transactions.runAsSystem(() -> positions.move(epoch, now.transaction(), now.id()));
            return now;
        }
        return new Position(place.xid(), place.id());
    }

    @Override
    public void handle(List<Change> changes) {
        for (int from = 0; from < changes.size(); from += STEP) {
            List<Change> step = changes.subList(from, Math.min(from + STEP, changes.size()));
            transactions.runAsSystem(() -> {
                PositionRepository.Place place = positions.lock().orElseThrow();
                var reached = new Position(place.xid(), place.id());
                // Another node may have been here, or an earlier try.
                List<Change> fresh =
                        step.stream()
                                .filter(change -> change.position().compareTo(reached) > 0)
                                .toList();
                if (!fresh.isEmpty()) {
                    take(fresh);
                    Position last = fresh.getLast().position();
                    positions.move(place.epoch(), last.transaction(), last.id());
                }
            });
        }
    }

    private void take(List<Change> changes) {
        Map<ContentRef, Set<What>> happened = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.what() == What.TOLD) {
                continue;
            }
            happened.computeIfAbsent(change.content(), _ -> EnumSet.noneOf(What.class))
                    .add(change.what());
        }
        contents.notable(
                        happened.keySet().stream()
                                .filter(content -> contents.owns(content.type()))
                                .toList())
                .forEach(notable ->
                        teller.tell(
                                notable,
                                happened.getOrDefault(
                                        notable.content(), EnumSet.noneOf(What.class))));
        lean(happened);
        List<Long> memberships = ids(happened, ContentType.MEMBERSHIP);
        if (!memberships.isEmpty()) {
            doors.memberships(memberships);
        }
        List<Long> requests = ids(happened, ContentType.JOIN_REQUEST);
        if (!requests.isEmpty()) {
            doors.requests(requests);
        }
        List<Long> reports = ids(happened, ContentType.REPORT);
        if (!reports.isEmpty()) {
            doors.reports(reports);
        }
    }

    /// What cites something that changed is told of, too: to those who look after it.
    private void lean(Map<ContentRef, Set<What>> happened) {
        List<ContentRef> changed =
                happened.entrySet().stream()
                        .filter(one ->
                                one.getValue().contains(What.EDITED)
                                        || one.getValue().contains(What.AUDIENCE))
                        .map(Map.Entry::getKey)
                        .toList();
        contents.notable(contents.leaning(changed))
                .forEach(notable -> teller.tell(notable, EnumSet.noneOf(What.class)));
    }

    private static List<Long> ids(Map<ContentRef, Set<What>> happened, ContentType type) {
        return happened.keySet().stream()
                .filter(content -> content.type() == type)
                .map(ContentRef::id)
                .toList();
    }

    private void begin(String epoch, Position start) {
        transactions.runAsSystem(() -> positions.begin(epoch, start.transaction()));
    }
}
