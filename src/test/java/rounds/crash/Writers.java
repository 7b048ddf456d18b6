package rounds.crash;

import com.fasterxml.jackson.databind.JsonNode;

import rounds.support.Api;
import rounds.support.ChildServer;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Sixteen writers who answer in one discussion as fast as they can. Each keeps sending the same
/// words with the same key until they are acknowledged, and then once more, as after an answer that
/// was lost on its way.
final class Writers implements AutoCloseable {
    static final List<String> PEOPLE =
            List.of("amara.diallo", "noor.haddad", "carla.mendes", "ruth.abara");

    private static final int WRITERS = 16;
    private static final long PAUSE_NANOS = 20_000_000;

    private final String path;
    private final Map<String, String> acknowledged;
    private final AtomicLong lastAcknowledged = new AtomicLong();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    private Writers(String discussion, Map<String, String> acknowledged) {
        this.path = "/api/v1/discussions/" + discussion + "/posts";
        this.acknowledged = acknowledged;
    }

    /// @param acknowledged where they note what was acknowledged, by its key
    static Writers start(ChildServer server, String discussion, Map<String, String> acknowledged) {
        var writers = new Writers(discussion, acknowledged);
        var apis = new HashMap<String, Api>();
        PEOPLE.forEach(person -> apis.put(person, api(server, person)));
        for (int i = 0; i < WRITERS; i++) {
            String person = PEOPLE.get(i % PEOPLE.size());
            Api api = Objects.requireNonNull(apis.get(person));
            // Nobody says of her own post that it worked.
            String other = PEOPLE.get((i + 1) % PEOPLE.size());
            Api reader = Objects.requireNonNull(apis.get(other));
            writers.threads.add(Thread.ofVirtual().start(() -> writers.write(api, reader, other)));
        }
        return writers;
    }

    /// When the last post was acknowledged, as [System#nanoTime] counts.
    long lastAcknowledged() {
        return lastAcknowledged.get();
    }

    /// The ids of the posts whose reaction was acknowledged.
    Set<String> tried() {
        return tried;
    }

    /// Whose reading of which number was acknowledged: `amara.diallo 7`.
    Set<String> seen() {
        return seen;
    }

    /// The words of the drafts that were acknowledged.
    Set<String> begun() {
        return begun;
    }

    /// How often each status was the answer.
    Map<Integer, Integer> answers() {
        return answers;
    }

    /// Lets each end what it is at, and waits for that.
    @Override
    public void close() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write(Api api, Api reader, String reading) {
        try {
            for (boolean first = true; running; first = false) {
                String key = key();
                String body = "Reply " + key;
                JsonNode post = until(api, body, key);
                if (post != null) {
                    acknowledged.put(key, body);
                    lastAcknowledged.set(System.nanoTime());
                    // Half of them begin a draft first: a slow machine comes no further.
                    boolean early = (key.hashCode() & 1) == 0;
                    if (first && early) {
                        begin(api, post, key);
                    }
                    react(reader, reading, post);
                    if (first && !early) {
                        begin(api, post, key);
                    }
                    api.post(path, Map.of("body", body), key);
                }
            }
        } catch (UncheckedIOException serverGone) {
            // Nothing more to write to.
        }
    }

    /// Without a digit: some of them in a row read like a phone number, which is asked about.
    private static String key() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .map(sign -> Character.isDigit(sign) ? sign - '0' + 'g' : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private JsonNode until(Api api, String body, String key) {
        while (running) {
            Api.Answer answer = api.post(path, Map.of("body", body), key);
            answers.merge(answer.status(), 1, Integer::sum);
            if (answer.status() == 201) {
                return answer.body();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return null;
    }

    /// An answer that is not sent. A person keeps a hundred; what is refused then is not
    /// acknowledged.
    private void begin(Api api, JsonNode post, String key) {
        String discussion = path.replaceFirst("^.*/discussions/", "").replaceFirst("/posts$", "");
        String place = "answer." + discussion + "." + post.get("id").asText();
        String words = "Begun " + key;
        if (api.post("/api/v1/drafts", Map.of("place", place, "body", words), null).status()
                == 201) {
            begun.add(words);
        }
    }

    /// Says how it went, twice, and keeps the place.
    private void react(Api api, String person, JsonNode post) {
        String id = post.get("id").asText();
        String how = "{\"outcome\": \"worked\"}";
        if (api.send("PUT", "/api/v1/posts/" + id + "/reactions/tried", how).status() == 204) {
            tried.add(id);
            api.send("PUT", "/api/v1/posts/" + id + "/reactions/tried", how);
        }
        int number = post.get("number").asInt();
        if (api.send("PUT", path.replaceFirst("/posts$", "/place"), "{\"seen\": [" + number + "]}")
                        .status()
                == 200) {
            seen.add(person + " " + number);
        }
    }

    static String openDiscussion(ChildServer server) {
        return api(server, PEOPLE.getFirst())
                .post(
                        "/api/v1/communities/emr-valley/discussions",
                        Map.of(
                                "kind",
                                "discussion",
                                "title",
                                "Under load",
                                "body",
                                "Written to be answered.",
                                "tags",
                                List.of(),
                                "language",
                                "en"),
                        UUID.randomUUID().toString())
                .body()
                .get("id")
                .asText();
    }

    /// The words of all posts of a discussion, with how often each is there.
    static Map<String, Integer> bodies(ChildServer server, String discussion) {
        Api api = api(server, PEOPLE.getFirst());
        var bodies = new HashMap<String, Integer>();
        String path = "/api/v1/discussions/" + discussion + "/posts?view=time&limit=100";
        String next = path;
        while (next != null) {
            JsonNode page = api.get(next).body();
            page.get("items")
                    .forEach(post -> bodies.merge(post.get("body").asText(), 1, Integer::sum));
            next = page.hasNonNull("next") ? path + "&after=" + page.get("next").asText() : null;
        }
        return bodies;
    }

    /// How many say of each post that it worked.
    static Map<String, Integer> reactions(ChildServer server, String discussion) {
        Api api = api(server, PEOPLE.getFirst());
        var counts = new HashMap<String, Integer>();
        String path = "/api/v1/discussions/" + discussion + "/posts?view=time&limit=100";
        String next = path;
        while (next != null) {
            JsonNode page = api.get(next).body();
            page.get("items")
                    .forEach(post ->
                            counts.put(
                                    post.get("id").asText(),
                                    post.get("marks").get("worked").asInt()));
            next = page.hasNonNull("next") ? path + "&after=" + page.get("next").asText() : null;
        }
        return counts;
    }

    static Api api(ChildServer server, String handle) {
        return new Api(server.address("").toString()).signIn(handle, ChildServer.PASSWORD);
    }
}
