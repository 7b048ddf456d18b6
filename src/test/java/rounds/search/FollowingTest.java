package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.kernel.Indexable;
import rounds.kernel.What;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The index holds what the change log says, whatever happens to it.
class FollowingTest {
    @TempDir private Path home;

    private static World started(Path home) {
        var world = new World(home);
        world.shelf.put(1, "Asthma", "inhaler");
        return world.follow();
    }

    @Test
    void newEditedAndGoneContentIsFollowed() throws IOException {
        try (World world = started(home)) {
            world.shelf.put(2, "Gout", "diet");
            world.change(What.CREATED, Shelf.discussion(2)).follow();
            assertThat(world.ids("gout")).containsExactly(2L);

            world.shelf.put(2, "Migraine", "triptan");
            world.change(What.EDITED, Shelf.discussion(2)).follow();
            assertThat(world.ids("gout")).isEmpty();
            assertThat(world.ids("migraine")).containsExactly(2L);

            world.shelf.remove(Shelf.discussion(2));
            world.change(What.AUDIENCE, Shelf.discussion(2)).follow();
            assertThat(world.ids("migraine")).isEmpty();
            assertThat(world.ids("asthma")).containsExactly(1L);
        }
    }

    @Test
    void aChangeOfAudienceReachesAllBelowIt() throws IOException {
        try (World world = started(home)) {
            LongStream.rangeClosed(10, 1_600)
                    .forEach(id -> world.shelf.put(reply(id, Shelf.open(1))));
            world.built();
            assertThat(world.find("reply").total()).isEqualTo(1_591);

            LongStream.rangeClosed(10, 1_600)
                    .forEach(id -> world.shelf.put(reply(id, List.of("x1"))));
            world.change(What.AUDIENCE, Shelf.discussion(1)).follow();

            assertThat(world.find("reply").total()).isZero();
        }
    }

    @Test
    void aSweepHalfDoneGoesOnAfterAKill() throws IOException {
        try (World world = started(home)) {
            LongStream.rangeClosed(10, 1_600)
                    .forEach(id -> world.shelf.put(reply(id, Shelf.open(1))));
            world.built();
            LongStream.rangeClosed(10, 1_600)
                    .forEach(id -> world.shelf.put(reply(id, List.of("x1"))));
            world.change(What.AUDIENCE, Shelf.discussion(1)).followOnce();
            world.index().settle();
            assertThat(world.find("reply").total()).isBetween(1L, 1_590L);

            world.restart(false).follow();

            assertThat(world.find("reply").total()).isZero();
        }
    }

    private static Indexable reply(long id, List<String> audience) {
        Indexable text = Shelf.text(Shelf.post(id), 1, audience, "Asthma", "reply");
        return new Indexable(
                text.content(),
                Shelf.discussion(1),
                1,
                audience,
                "en",
                text.title(),
                text.body(),
                List.of(),
                null,
                1,
                "ada",
                text.at(),
                1);
    }

    @Test
    void whatWasNotCommittedIsFollowedAgainAfterAKill() throws IOException {
        try (World world = started(home)) {
            for (long id = 2; id <= 60; id++) {
                world.shelf.put(id, "Gout", "number" + id);
                world.change(What.CREATED, Shelf.discussion(id)).follow();
                if (id % 7 == 0) {
                    world.restart(true);
                }
            }
            world.restart(true).follow();

            assertThat(world.find("gout").total()).isEqualTo(59);
            assertThat(world.difference().isNone()).isTrue();
        }
    }

    @Test
    void whatIsWrittenWhileTheIndexIsCheckedIsNoDifference() throws IOException {
        try (World world = started(home)) {
            var newest = new AtomicLong(10);
            world.shelf.atEachLook(() -> {
                world.follow();
                long id = newest.incrementAndGet();
                world.shelf.put(id, "Gout", "diet");
                world.change(What.CREATED, Shelf.discussion(id));
            });
            assertThat(world.check().run(Progress.SILENT).isNone()).isTrue();

            world.shelf.put(2, "Of this the log says nothing", "at all");
            assertThat(world.check().run(Progress.SILENT).missing())
                    .containsExactly(Shelf.discussion(2));
        }
    }

    @Test
    void aDeletedFolderComesBack() throws IOException {
        try (World world = started(home)) {
            world.restart(false);
            IOUtils.rm(world.folder());

            assertThat(world.follow().ids("asthma")).containsExactly(1L);
        }
    }

    @Test
    void anotherEpochOrAPrunedLogBuildsTheIndexAnew() throws IOException {
        try (World world = started(home)) {
            world.shelf.put(2, "Gout", "unlogged");
            world.epoch = "second";
            assertThat(world.restart(false).follow().ids("gout")).containsExactly(2L);

            world.shelf.put(3, "Fever", "unlogged");
            world.pruned.set(true);
            world.restart(false).open();
            world.pruned.set(false);
            assertThat(world.follow().ids("fever")).containsExactly(3L);
        }
    }

    @Test
    void theOldIndexAnswersWhileANewOneIsBuiltAndBothAreFollowed() throws IOException {
        try (World world = started(home)) {
            world.index().wantRebuild();
            world.index().beginBuilding();

            world.shelf.put(2, "Gout", "during");
            world.change(What.CREATED, Shelf.discussion(2)).followOnce();
            assertThat(world.ids("asthma")).containsExactly(1L);
            assertThat(world.ids("gout")).containsExactly(2L);

            world.index()
                    .build(() -> world.shelf.indexable(Shelf.discussion(1).type(), List.of(1L)));
            assertThat(world.index().finishBuilding()).isTrue();
            assertThat(world.ids("asthma")).containsExactly(1L);
            assertThat(world.ids("gout")).containsExactly(2L);
            assertThat(world.difference().isNone()).isTrue();
        }
    }

    @Test
    void aFlippedBitIsNoticedAndNothingWrongIsServed() throws IOException {
        int rounds = Boolean.getBoolean("rounds.long") ? 1_000 : 40;
        var random = new Random(7);
        try (World world = started(home)) {
            LongStream.rangeClosed(2, 300).forEach(id -> world.shelf.put(id, "Gout", "diet " + id));
            world.built();
            for (int i = 0; i < rounds; i++) {
                world.restart(false);
                flipOneBit(world.folder(), random);

                world.follow();

                assertThat(world.find("gout").total()).as("round %d", i).isEqualTo(299);
                assertThat(world.difference().isNone()).isTrue();
            }
        }
    }

    private static void flipOneBit(Path folder, Random random) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all =
                    files.filter(Files::isRegularFile)
                            .filter(file -> file.toFile().length() > 0)
                            .sorted()
                            .toList();
            Path file = all.get(random.nextInt(all.size()));
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    @Test
    void aFullDiskStopsNobodyAndNothingIsMissingAfterwards() throws IOException {
        var full = new AtomicBoolean();
        try (var world = new World(home, folder -> new Disk(folder, full))) {
            world.shelf.put(1, "Asthma", "inhaler");
            world.follow();
            full.set(true);
            for (long id = 2; id <= 20; id++) {
                world.shelf.put(id, "Gout", "diet");
                world.change(What.CREATED, Shelf.discussion(id)).tryToFollow();
            }
            assertThat(world.ids("asthma")).containsExactly(1L);
            assertThat(world.live().isWhole()).isFalse();
            assertThat(world.live().await(world.newest(), Duration.ofSeconds(30))).isFalse();

            full.set(false);
            while (!world.tryToFollow()) {
                Thread.onSpinWait();
            }

            assertThat(world.find("gout").total()).isEqualTo(19);
            assertThat(world.live().isWhole()).isTrue();
            assertThat(world.difference().isNone()).isTrue();
        }
    }

    /// A real folder on a disk that can be full.
    private static final class Disk extends FilterDirectory {
        private final AtomicBoolean full;

        Disk(Path folder, AtomicBoolean full) throws IOException {
            super(open(folder));
            this.full = full;
        }

        private static Directory open(Path folder) throws IOException {
            return SearchParts.open(folder);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full.get()) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }
    }

    @Test
    void onlyOneProcessWrites() throws IOException {
        try (World world = started(home);
                var other = new World(home)) {
            assertThatThrownBy(other::open).isInstanceOf(IllegalStateException.class);
            assertThat(world.ids("asthma")).containsExactly(1L);
        }
    }
}
