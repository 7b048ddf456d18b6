package rounds.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;

import rounds.kernel.ContentRef;
import rounds.kernel.Indexable;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What a search costs without the database: processor time a query, on the data set of the
/// benchmarks. Arguments: the data set, the file of queries, a folder for the index.
final class SearchBench {
    private static final int ROUNDS = 15;

    private final World world;
    private final Map<Long, JsonNode> topics = new HashMap<>();
    private long posts;

    private SearchBench(Path home) {
        world = new World(home);
    }

    public static void main(String[] arguments) throws IOException {
        var bench = new SearchBench(Path.of(arguments[2]));
        bench.load(Path.of(arguments[0]));
        long start = System.nanoTime();
        long before = processor();
        bench.world.built();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "indexed %d in %.1f s (processor %.1f s), %.0f/s%n",
                bench.posts, seconds, (processor() - before) / 1e9, bench.posts / seconds);
        List<String> queries = Files.readAllLines(Path.of(arguments[1]));
        ViewerAudience visitor = open(20);
        ViewerAudience member =
                ViewerAudience.of(
                        new PublicCommunities(2, List.of()),
                        7,
                        List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L),
                        List.of(1L));
        bench.measure("given queries, all public", queries, visitor);
        bench.measure("pairs of words, all public", pairs(queries), visitor);
        bench.measure("pairs of words, member of half", pairs(queries), member);
        bench.measure("questions of ten words", questions(queries), visitor);
        bench.measure("phrases", each(pairs(queries), "\"%s\""), visitor);
        bench.measure("this OR that", choices(queries), visitor);
        bench.measure("beginnings", beginnings(queries), visitor);
        bench.measure("one letter wrong", misspelt(queries), visitor);
        bench.measure("narrowed to replies", each(queries, "type:post %s"), visitor);
        bench.measure("pages, grouped and counted", queries, visitor, SearchBench::page);
        bench.world.close();
    }

    private static ViewerAudience open(int communities) {
        var all = new ArrayList<Long>();
        for (long id = 1; id <= communities; id++) {
            all.add(id);
        }
        return ViewerAudience.of(new PublicCommunities(1, all), 0, List.of(), List.of());
    }

    private static List<String> pairs(List<String> queries) {
        var random = new Random(1);
        return queries.stream()
                .map(query -> query.split(" ")[0])
                .map(word -> word + " " + queries.get(random.nextInt(200)).split(" ")[0])
                .toList();
    }

    private static List<String> questions(List<String> queries) {
        var shuffled = new ArrayList<>(queries);
        var questions = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(shuffled, new Random(i));
            questions.add("what is the " + String.join(" ", shuffled.subList(0, 7)));
        }
        return questions;
    }

    private void load(Path file) throws IOException {
        var mapper = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = mapper.readTree(line);
                switch (row.get("type").asText()) {
                    case "topic" -> topics.put(row.get("id").asLong(), row);
                    case "post" -> put(row);
                    default -> {}
                }
            }
        }
    }

    private void put(JsonNode post) {
        posts++;
        JsonNode topic = topics.get(post.get("topic").asLong());
        if (topic == null) {
            throw new IllegalArgumentException("A post before its topic");
        }
        ContentRef discussion = Shelf.discussion(topic.get("id").asLong());
        boolean first = post.get("first").asBoolean();
        long community = topic.get("category").asLong();
        var tags = new ArrayList<String>();
        topic.get("tags").forEach(tag -> tags.add(tag.asText()));
        world.shelf.put(
                new Indexable(
                        first ? discussion : Shelf.post(post.get("id").asLong() + 1_000_000),
                        discussion,
                        community,
                        Shelf.open(community),
                        "en",
                        topic.get("title").asText(),
                        post.get("content").asText(),
                        first ? tags : List.of(),
                        "discussion",
                        post.get("user").asLong(),
                        "user" + post.get("user").asLong(),
                        Instant.ofEpochMilli(post.get("created").asLong()),
                        1));
    }

    private static List<String> each(List<String> queries, String form) {
        return queries.stream().map(form::formatted).toList();
    }

    private static List<String> choices(List<String> queries) {
        return IntStream.range(0, queries.size())
                .mapToObj(n -> queries.get(n) + " OR " + queries.get((n + 1) % queries.size()))
                .toList();
    }

    private static List<String> beginnings(List<String> queries) {
        return queries.stream()
                .map(query -> query.substring(0, Math.min(4, query.length())) + "*")
                .toList();
    }

    /// The last letter but one is another.
    private static List<String> misspelt(List<String> queries) {
        return queries.stream().map(query -> query.replaceFirst(".(.)$", "q$1")).toList();
    }

    /// What the page of search asks for.
    private static SearchRequest page(String query) {
        return SearchRequest.of(query)
                .with(EnumSet.of(SearchRequest.Extra.GROUPS, SearchRequest.Extra.COUNTS));
    }

    private void measure(String name, List<String> queries, ViewerAudience viewer) {
        measure(name, queries, viewer, SearchRequest::of);
    }

    private void measure(
            String name,
            List<String> queries,
            ViewerAudience viewer,
            Function<String, SearchRequest> asking) {
        for (int round = 0; round < ROUNDS; round++) {
            once(queries, viewer, asking);
        }
        long cpu = cpu();
        double[] millis = once(queries, viewer, asking);
        double spent = (cpu() - cpu) / 1e6 / queries.size();
        long hits = 0;
        for (String query : queries) {
            hits += world.find(viewer, asking.apply(query)).total();
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-32s processor %.2f ms, p50 %.2f, p99 %.2f ms, %d hits%n",
                name,
                spent,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                hits / queries.size());
    }

    private double[] once(
            List<String> queries, ViewerAudience viewer, Function<String, SearchRequest> asking) {
        var millis = new double[queries.size()];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            world.find(viewer, asking.apply(queries.get(i)));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
