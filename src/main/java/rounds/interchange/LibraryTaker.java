package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.library.Details;
import rounds.library.LibraryIntake;
import rounds.platform.files.Incoming;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Takes libraries in, line by line in the order of the file: what a resource is, then its
/// versions, each with the bytes of its file behind it. Those go straight to the disk, so that no
/// file costs memory.
final class LibraryTaker implements Closeable {
    private final LibraryWriter writer;
    private final LibraryIntake intake;
    private final Run run;
    private final Watcher watcher;
    private final Map<String, List<LibraryWriter.Relation>> waiting = new HashMap<>();
    private Tally done = Tally.NOTHING;
    private @Nullable Arriving arriving;

    LibraryTaker(LibraryWriter writer, LibraryIntake intake, Run run, Watcher watcher) {
        this.writer = writer;
        this.intake = intake;
        this.run = run;
        this.watcher = watcher;
    }

    /// @param file null: a link or a text
    private record Coming(Line.Version version, @Nullable Incoming file) {}

    /// @param here whether it is here already, and its lines are passed over
    private record Arriving(
            int line, Line.Resource resource, boolean here, List<Coming> versions) {}

    void take(int number, Line.Late line) throws IOException {
        try {
            switch (line) {
                case Line.Resource resource -> begin(number, resource);
                case Line.Version version -> version(version);
                case Line.VersionData data -> data(data);
                case Line.Collection collection -> collection(collection);
                case Line.Practice practice -> practice(practice);
                case Line.Image _, Line.ImageData _ ->
                        throw new IllegalArgumentException("A picture is no part of a library.");
            }
        } catch (BadLineException bad) {
            refuse(number, bad.reason());
        }
    }

    private void begin(int number, Line.Resource resource) throws IOException {
        finish();
        boolean here = writer.has(resource);
        relation(resource, resource.supersededBy(), true);
        relation(resource, resource.adapts(), false);
        if (here) {
            already();
        }
        arriving = new Arriving(number, resource, here, new ArrayList<>());
    }

    private void relation(Line.Resource of, @Nullable String to, boolean supersedes) {
        if (to != null && !writer.isHere(to)) {
            waiting.computeIfAbsent(to, _ -> new ArrayList<>())
                    .add(new LibraryWriter.Relation(of.key(), supersedes));
        }
    }

    private void version(Line.Version version) throws IOException {
        Arriving resource = of(version.resource());
        if (resource.here()) {
            already();
            return;
        }
        boolean twice =
                resource.versions().stream()
                        .anyMatch(one -> one.version().number() == version.number());
        if (twice) {
            throw new BadLineException("version " + version.number() + " stands there twice");
        }
        resource.versions()
                .add(new Coming(version, version.words() == null ? intake.begin() : null));
    }

    private Arriving of(String resource) {
        if (arriving == null || !arriving.resource().key().equals(resource)) {
            throw new BadLineException("the line of its resource does not stand before it");
        }
        return arriving;
    }

    private void data(Line.VersionData data) throws IOException {
        Arriving resource = of(data.resource());
        if (resource.here()) {
            already();
            return;
        }
        Coming last = resource.versions().isEmpty() ? null : resource.versions().getLast();
        if (last == null || last.file() == null || last.version().number() != data.number()) {
            throw new BadLineException("the line of its version does not stand before it");
        }
        if (last.file().bytes() + data.data().length > last.version().bytes()) {
            throw new BadLineException("the file is larger than its line says");
        }
        last.file().write(data.data());
    }

    /// Once the last of a resource's lines has come.
    void finish() throws IOException {
        try {
            if (arriving != null && !arriving.here()) {
                keep(arriving);
            }
        } catch (BadLineException bad) {
            refuse(arriving.line(), bad.reason());
        } finally {
            close();
        }
    }

    private void keep(Arriving come) throws IOException {
        long current =
                come.versions().stream()
                        .filter(one -> one.version().state().equals("current"))
                        .count();
        if (current != 1) {
            throw new BadLineException("it must have one version that is read");
        }
        Details details = checked(() -> intake.checked(come.resource().details()));
        List<LibraryWriter.Ready> ready = new ArrayList<>();
        for (Coming version : come.versions()) {
            ready.add(ready(version));
        }
        writer.add(
                come.resource(),
                details,
                ready,
                waiting.getOrDefault(come.resource().key(), List.of()),
                run);
        waiting.remove(come.resource().key());
        done = done.plus(marks(1 + ready.size()));
    }

    private LibraryWriter.Ready ready(Coming coming) throws IOException {
        Line.Version version = coming.version();
        if (version.words() != null) {
            var words = version.words();
            return new LibraryWriter.Ready(version, checked(() -> intake.laid(words)), null);
        }
        Incoming file = coming.file();
        if (file == null || file.bytes() != version.bytes()) {
            throw notWhole(version);
        }
        try {
            LibraryIntake.Kept kept = intake.keep(file, version.name());
            if (version.hash() != null && !version.hash().equals(kept.hash())) {
                throw notWhole(version);
            }
            return new LibraryWriter.Ready(version, null, kept);
        } catch (ProblemException _) {
            throw new BadLineException(
                    "the file of version " + version.number() + " is none that a library takes");
        }
    }

    private static BadLineException notWhole(Line.Version version) {
        return new BadLineException("the file of version " + version.number() + " is not whole");
    }

    /// What the library refuses of people is refused here, too.
    static <T> T checked(Supplier<T> rule) {
        try {
            return rule.get();
        } catch (ProblemException refused) {
            String fields =
                    refused.problem() instanceof Problem.Invalid invalid
                            ? invalid.fields().stream()
                                    .map(Problem.Field::name)
                                    .collect(Collectors.joining(", "))
                            : "it";
            throw new BadLineException(fields + " cannot be taken");
        }
    }

    private void collection(Line.Collection collection) throws IOException {
        finish();
        if (writer.has(collection)) {
            already();
        } else {
            writer.add(collection);
            done = done.plus(marks(1));
        }
    }

    private void practice(Line.Practice practice) throws IOException {
        finish();
        if (writer.add(practice, run)) {
            done = done.plus(marks(1));
        } else {
            already();
        }
    }

    private static Tally marks(int more) {
        return new Tally(0, 0, 0, 0, 0, 0, 0, more);
    }

    private void already() {
        done = done.plus(new Tally(0, 0, 0, 0, 0, 1, 0));
    }

    private void refuse(int line, String reason) {
        done = done.plusRefused(1);
        watcher.refused(line, reason);
    }

    Tally done() {
        return done;
    }

    @Override
    public void close() throws IOException {
        if (arriving != null) {
            for (Coming version : arriving.versions()) {
                if (version.file() != null) {
                    version.file().close();
                }
            }
        }
        arriving = null;
    }
}
