package rounds.search;

import jakarta.inject.Singleton;

import rounds.kernel.Change;
import rounds.kernel.ChangeConsumer;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Position;
import rounds.kernel.What;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Keeps the index as the change log says. A change only says where to look: the row is read as it
/// is now, so that a change seen twice, or late, does no harm.
@Singleton
class Indexer implements ChangeConsumer {
    /// So much of what lies below a change of audience is read again between two looks at the log.
    private static final int SWEEP = 500;

    private final IndexKeeper index;
    private final Contents contents;
    private final Rebuild rebuild;

    Indexer(IndexKeeper index, Contents contents, Rebuild rebuild) {
        this.index = index;
        this.contents = contents;
        this.rebuild = rebuild;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Position position() {
        index.open();
        rebuild.startWhenWanted();
        return index.following().position();
    }

    @Override
    public void handle(List<Change> changes) {
        Standing standing = index.following();
        var contentRefs = new LinkedHashSet<ContentRef>();
        var sweeps = new ArrayList<>(standing.sweeps());
        for (Change change : changes) {
            if (change.what() != What.TOLD) {
                contentRefs.add(change.content());
            }
            if (change.what() == What.AUDIENCE) {
                addSweeps(change.content(), sweeps);
            }
        }
        var reached = new Standing(standing.epoch(), changes.getLast().position(), sweeps);
        index.take(() -> contents.now(contentRefs), reached);
        sweepOn();
    }

    private void addSweeps(ContentRef root, List<Standing.Sweep> sweeps) {
        for (ContentType type : contents.types()) {
            sweeps.removeIf(sweep -> sweep.root().equals(root) && sweep.type() == type);
            sweeps.add(new Standing.Sweep(root, type, 0));
        }
    }

    @Override
    public void idle() {
        sweepOn();
        index.settle();
        rebuild.lookForNewEpoch();
    }

    /// One step of each; what is left is kept in the index and goes on after a restart.
    private void sweepOn() {
        Standing standing = index.following();
        if (standing.sweeps().isEmpty()) {
            return;
        }
        var left = new ArrayList<Standing.Sweep>();
        var touched = new LinkedHashSet<ContentRef>();
        for (Standing.Sweep sweep : standing.sweeps()) {
            List<Long> ids = contents.below(sweep.root(), sweep.type(), sweep.after(), SWEEP);
            ids.forEach(id -> touched.add(new ContentRef(sweep.type(), id)));
            if (ids.size() >= SWEEP) {
                left.add(new Standing.Sweep(sweep.root(), sweep.type(), ids.getLast()));
            }
        }
        index.take(
                () -> contents.now(touched),
                new Standing(standing.epoch(), standing.position(), left));
    }
}
