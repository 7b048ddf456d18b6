package rounds.search;

import rounds.kernel.Audience;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Indexable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Made-up content of every type in five communities, open and hidden, finished and not; always the
/// same.
final class Papers {
    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final long SPAN = 5L * 365 * 24 * 60 * 60 * 1000;

    private static final List<Long> AUTHORS = List.of(Asker.ADA, Asker.BO, 30L, 31L, 32L);

    private final Random random;
    private final Supplier<String> words;
    private final int longest;
    private final List<Long> communities;
    private final List<String> labels = new ArrayList<>();
    private final List<Indexable> all = new ArrayList<>();
    private long last;

    /// @param words to write with
    /// @param longest of a text, in words
    /// @param communities to write in, each as often as it stands there
    Papers(Random random, Supplier<String> words, int longest, List<Long> communities) {
        this.random = random;
        this.words = words;
        this.longest = longest;
        this.communities = communities;
        for (int i = 0; i < 12; i++) {
            labels.add(i % 3 == 0 ? words.get() + " " + words.get() : words.get());
        }
    }

    /// So many at least.
    Papers written(int count) {
        while (all.size() < count) {
            switch (random.nextInt(10)) {
                case 0, 1 -> document();
                case 2 -> alone(ContentType.CASE_STORY, "story");
                case 3 -> alone(ContentType.TOPIC, "topic");
                case 4 -> alone(ContentType.TERM, "term");
                default -> discussion();
            }
        }
        return this;
    }

    List<Indexable> all() {
        return all;
    }

    private void discussion() {
        long community = any(communities);
        long author = any(AUTHORS);
        var ref = new ContentRef(ContentType.DISCUSSION, next());
        List<String> audience = audience(community, author);
        var traits = new ArrayList<String>();
        traits.add(any(List.of("is:open", "is:open", "is:solved", "is:closed")));
        if (chance(20)) {
            traits.add(any(List.of("has:image", "has:file")));
        }
        String kind = any(List.of("challenge", "success", "question", "discussion"));
        Indexable begun =
                text(ref, ref, community, audience, title(), tags(), kind, author, traits);
        all.add(begun);
        for (int i = random.nextInt(4); i > 0; i--) {
            long writer = any(AUTHORS);
            var post = new ContentRef(ContentType.POST, next());
            List<String> own =
                    chance(20)
                            ? List.of(
                                    Audience.moderators(community),
                                    Audience.person(writer, community))
                            : audience;
            List<String> said = chance(25) ? List.of("is:helped") : List.of();
            all.add(
                    text(
                            post,
                            ref,
                            community,
                            audience.contains(Audience.members(community)) ? own : audience,
                            begun.title(),
                            begun.tags(),
                            kind,
                            writer,
                            said));
        }
    }

    /// A resource and its pages, which are told apart from it by nothing but their words.
    private void document() {
        long community = any(communities);
        long author = any(AUTHORS);
        var ref = new ContentRef(ContentType.RESOURCE, next());
        List<String> traits =
                chance(60)
                        ? List.of("file:" + any(List.of("pdf", "docx", "csv")), "has:file")
                        : List.of();
        Indexable first =
                text(
                        ref,
                        ref,
                        community,
                        audience(community, author),
                        title(),
                        tags(),
                        any(List.of("guideline", "tool")),
                        author,
                        traits);
        all.add(first);
        for (int i = random.nextInt(4); i > 0; i--) {
            var page = new ContentRef(ContentType.PAGE, next());
            all.add(
                    new Indexable(
                            page,
                            ref,
                            community,
                            first.audience(),
                            first.language(),
                            first.title(),
                            sentence(),
                            first.tags(),
                            first.kind(),
                            author,
                            "",
                            first.at(),
                            1,
                            traits,
                            0));
        }
    }

    private void alone(ContentType type, String kind) {
        long community = any(communities);
        long author = any(AUTHORS);
        var ref = new ContentRef(type, next());
        var audience = new ArrayList<>(audience(community, author));
        if (type == ContentType.TOPIC && chance(30)) {
            audience.add(Audience.members(any(communities)));
        }
        all.add(
                text(
                        ref,
                        ref,
                        community,
                        audience.stream().distinct().toList(),
                        title(),
                        tags(),
                        kind,
                        author,
                        List.of()));
    }

    private Indexable text(
            ContentRef content,
            ContentRef group,
            long community,
            List<String> audience,
            String title,
            List<String> tags,
            String kind,
            long author,
            List<String> traits) {
        return new Indexable(
                content,
                group,
                community,
                audience,
                any(List.of("en", "en", "fr", "de")),
                title,
                sentence(),
                tags,
                kind,
                author,
                "",
                FIRST.plusMillis((long) (random.nextDouble() * SPAN)),
                1,
                traits,
                chance(30) ? random.nextInt(6) : 0);
    }

    /// Public where its community is, or was; or for members; or hidden, unfinished or deleted.
    private List<String> audience(long community, long author) {
        String members = Audience.members(community);
        String moderators = Audience.moderators(community);
        String own = Audience.person(author, community);
        return switch (random.nextInt(12)) {
            case 0 -> List.of(moderators, own);
            case 1 -> List.of(own);
            case 2 -> List.of(moderators);
            case 3, 4, 5, 6, 7 -> List.of(Audience.publicIn(community), members);
            default -> List.of(members);
        };
    }

    private List<String> tags() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> any(labels)).distinct().toList();
    }

    private String title() {
        return some(1 + random.nextInt(5));
    }

    private String sentence() {
        return some(3 + random.nextInt(longest)) + ".";
    }

    private String some(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> words.get())
                .collect(Collectors.joining(" "));
    }

    private long next() {
        return ++last;
    }

    /// A day on which something may have been written.
    LocalDate day() {
        return LocalDate.ofInstant(
                FIRST.plusMillis((long) (random.nextDouble() * SPAN)), ZoneOffset.UTC);
    }

    long group() {
        return any(all).group().id();
    }

    /// Two or three words that stand behind each other somewhere.
    String phrase() {
        Indexable text = any(all);
        List<String> said = Said.words(chance(20) ? text.title() : text.body());
        int length = Math.min(said.size(), 2 + random.nextInt(2));
        int from = random.nextInt(said.size() - length + 1);
        return String.join(" ", said.subList(from, from + length));
    }

    /// The tags that stand at some of them.
    List<String> labels() {
        return labels;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
