package rounds.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Entry;
import rounds.platform.markdown.Markdown;
import rounds.support.SharedData;
import rounds.support.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Whatever a file holds is stored as given or refused with a reason; nothing breaks off.
class NaughtyStringsTest {
    private static final TestDatabase DATABASE = TestDatabase.running();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> refused = new ArrayList<>();

    @Test
    void areStoredAsGivenOrRefused() throws IOException {
        List<String> strings =
                List.of(
                        JSON.readValue(
                                SharedData.require("bad-input/naughty-strings.json").toFile(),
                                String[].class));
        DATABASE.empty();
        write(strings);

        DATABASE.site()
                .get(Import.class)
                .run(
                        () -> new ByteArrayInputStream(file.toByteArray()),
                        new Import.Options(null, false),
                        new Watcher() {
                            @Override
                            public void refused(int line, String reason) {
                                assertThat(reason).isNotBlank();
                                refused.add(line);
                            }
                        });

        List<String> bodies =
                strings.stream().filter(string -> !string.isBlank()).map(Markdown::tidy).toList();
        assertThat(
                        DATABASE.rows(
                                "select body from post where source_id like 'body%' order by substr(source_id, 5)::int"))
                .isEqualTo(bodies);
        List<String> titles =
                strings.stream().filter(NaughtyStringsTest::canBeATitle).map(Entry::title).toList();
        assertThat(
                        DATABASE.rows(
                                "select title from discussion where source_id like 'title%' order by substr(source_id, 6)::int"))
                .isEqualTo(titles);
        assertThat(DATABASE.count("select count(*) from person"))
                .as("a person is refused only when she has no handle")
                .isEqualTo(
                        1
                                + strings.stream()
                                        .filter(string ->
                                                !string.isBlank()
                                                        && string.codePointCount(0, string.length())
                                                                <= 200)
                                        .count());
        assertThat(refused).hasSizeLessThan(strings.size() / 10);
    }

    private static boolean canBeATitle(String string) {
        try {
            return !Entry.title(string).isEmpty();
        } catch (ProblemException _) {
            return false;
        }
    }

    private void write(List<String> strings) throws IOException {
        line(Map.of("type", "person", "id", "me", "handle", "me.myself"));
        line(Map.of("type", "community", "id", "c", "name", "Naughty"));
        line(
                Map.of(
                        "type",
                        "discussion",
                        "id",
                        "d",
                        "community",
                        "c",
                        "author",
                        "me",
                        "title",
                        "Bodies"));
        line(
                Map.of(
                        "type",
                        "post",
                        "id",
                        "first",
                        "discussion",
                        "d",
                        "author",
                        "me",
                        "body",
                        "First"));
        for (int i : IntStream.range(0, strings.size()).toArray()) {
            String string = strings.get(i);
            line(
                    Map.of(
                            "type",
                            "post",
                            "id",
                            "body" + i,
                            "discussion",
                            "d",
                            "author",
                            "me",
                            "body",
                            string));
            line(
                    Map.of(
                            "type",
                            "person",
                            "id",
                            "person" + i,
                            "handle",
                            string,
                            "name",
                            string,
                            "place",
                            "A place",
                            "about",
                            string));
            line(
                    Map.of(
                            "type",
                            "discussion",
                            "id",
                            "title" + i,
                            "community",
                            "c",
                            "author",
                            "me",
                            "title",
                            string,
                            "tags",
                            List.of(string)));
            line(
                    Map.of(
                            "type",
                            "post",
                            "id",
                            "of" + i,
                            "discussion",
                            "title" + i,
                            "author",
                            "me",
                            "body",
                            "Opening"));
        }
    }

    private void line(Map<String, ?> fields) throws IOException {
        file.write(JSON.writeValueAsBytes(fields));
        file.write('\n');
    }
}
