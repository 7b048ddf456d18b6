package rounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.ChildServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The identifier check as a process: what goes in, what comes out, and that no site is needed.
class PhiCommandTest {
    @TempDir private Path folder;

    @Test
    void eachTextHasALineWithItsSpansInCodePoints() throws IOException {
        ChildServer.Ran ran =
                run(
                        """
                        {"id":"a","text":"😀 PHN 9698 658 215"}

                        {"id":7,"text":"Amoxicillin 5 mg/5 mL","more":true}
                        """);

        assertThat(ran.output().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"spans\":[{\"start\":6,\"end\":18,\"kind\":\"health_card\",\"certainty\":\"certain\"}]}",
                        "{\"id\":7,\"spans\":[]}");
        assertThat(ran.exitCode()).isZero();
        assertThat(folder.resolve("home")).as("no database, no folder").doesNotExist();
    }

    @Test
    void aBadLineIsRefusedByItsNumberAndTheOthersAreAnswered() throws IOException {
        ChildServer.Ran ran =
                run(
                        """
                        nonsense
                        {"id":"b","text":"fine"}
                        {"text":"no id"}
                        {"id":"c"}
                        [1]
                        null
                        """);

        assertThat(ran.output().lines())
                .containsExactlyInAnyOrder(
                        "Line 1: it is not JSON. Write one object a line, as {\"id\":\"1\",\"text\":\"words\"}.",
                        "{\"id\":\"b\",\"spans\":[]}",
                        "Line 3: it has no \"id\". Give each text a string or a number as its id.",
                        "Line 4: it has no \"text\". Give the text as a string.",
                        "Line 5: it has no \"id\". Give each text a string or a number as its id.",
                        "Line 6: it is not JSON. Write one object a line, as {\"id\":\"1\",\"text\":\"words\"}.");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotThereIsToldInOneSentence() {
        ChildServer.Ran ran =
                ChildServer.stopped(folder.resolve("home"))
                        .run("phi", folder.resolve("none.jsonl").toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.output().lines()).singleElement().asString().contains("none.jsonl");
    }

    private ChildServer.Ran run(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("texts.jsonl"), lines);
        return ChildServer.stopped(folder.resolve("home")).run("phi", file.toString());
    }
}
