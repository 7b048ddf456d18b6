package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.SharedData;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class CageTest {
    private static final Pattern OPENED =
            Pattern.compile("open(?:at)?\\((?:AT_FDCWD, )?\"([^\"]*)\".*\\) = \\d+");
    private static final Pattern TALKS =
            Pattern.compile("\\b(socket|connect|bind|listen|sendto|sendmsg|accept4?)\\(");

    @TempDir Path folder;

    @Test
    void whoIsShutInReachesNeitherTheNetworkNorFilesNorPrograms() throws Exception {
        assumeTrue(SystemCalls.here().isPresent(), "Skipped: no Linux on a processor we know");
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path given = Files.writeString(folder.resolve("given"), "given words");
        String said;
        try (var server = new ServerSocket(0)) {
            said = probe(server.getLocalPort(), secret, given);
        }
        assumeTrue(
                said.lines().anyMatch("missing: "::equals),
                () -> "Skipped: a kernel with seccomp and Landlock is needed:\n" + said);
        assertThat(said.lines())
                .containsExactly(
                        "before: done",
                        "datagram before: done",
                        "missing: ",
                        "connect: denied",
                        "datagram: denied",
                        "read: denied",
                        "list: denied",
                        "write: denied",
                        "delete: denied",
                        "append: denied",
                        "start: denied",
                        "environment: denied",
                        "read in a thread: denied",
                        "given: done",
                        "stdin: given words");
        assertThat(secret).hasContent("secret");
        assertThat(folder.resolve("written")).doesNotExist();
    }

    private String probe(int port, Path secret, Path given) throws Exception {
        String main = place(Cage.class);
        String test = place(CageProbe.class);
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                main + ":" + test,
                                CageProbe.class.getName(),
                                String.valueOf(port),
                                secret.toString(),
                                folder.toString(),
                                main,
                                test,
                                String.valueOf(ProcessHandle.current().pid()))
                        .redirectInput(given.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static String place(Class<?> of) {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }

    @Test
    void aReaderOpensNothingButItselfAndItsDocument() throws Exception {
        Path strace = Path.of("/usr/bin/strace");
        assumeTrue(Files.isExecutable(strace), "Skipped: install strace");
        Process tried = new ProcessBuilder(strace.toString(), "-o", "/dev/null", "true").start();
        assumeTrue(tried.waitFor() == 0, "Skipped: strace may not look into processes here");
        Path files = SharedData.require("documents/files");
        for (String name :
                List.of(
                        "xxe__ExternalEntityInText.docx",
                        "bomb__poc-xmlbomb.xlsx",
                        "docx-plain__testWORD.docx",
                        "pptx-plain__layouts.pptx",
                        "pdf-plain__testPDF.pdf",
                        "pdf-plain__noembed-eucjp.pdf",
                        "nested__test_recursive_embedded.docx")) {
            DocumentType type =
                    DocumentType.valueOf(
                            name.substring(name.lastIndexOf('.') + 1)
                                    .toUpperCase(java.util.Locale.ROOT));
            assertOpensNothing(strace, files.resolve(name), type);
        }
    }

    private void assertOpensNothing(Path strace, Path file, DocumentType type) throws IOException {
        Path log = folder.resolve("strace.log");
        var child =
                new Child(
                        ClassPath.HERE,
                        List.of(
                                strace.toString(),
                                "-f",
                                "-s",
                                "300",
                                "-o",
                                log.toString(),
                                "-e",
                                "trace=network,open,openat,openat2,execve,seccomp"),
                        Duration.ofSeconds(60));
        try {
            // Past what is asked first, since a parser must not need it.
            Extracted extracted = child.read(file, type);
            assertThat(extracted.pages().toString()).doesNotContain("root:x:0");
        } catch (RefusedDocument refused) {
            assertThat(refused.refusal()).isIn(Refusal.BOMB, Refusal.DAMAGED);
        }
        List<String> calls = Files.readAllLines(log);
        int shut = indexOfLast(calls, "SECCOMP_SET_MODE_FILTER");
        assertThat(shut).as("the cage is shut").isPositive();
        List<String> after = calls.subList(shut + 1, calls.size());
        assertThat(after).noneMatch(line -> TALKS.matcher(line).find());
        assertThat(after).noneMatch(line -> line.contains("execve("));
        String java = Path.of(System.getProperty("java.home")).toRealPath().toString();
        List<String> allowed = List.of(ClassPath.HERE.split(":"));
        for (String line : after) {
            Matcher opened = OPENED.matcher(line);
            if (opened.find()) {
                String path = opened.group(1);
                assertThat(path)
                        .as("%s opened by the reader of %s", line, file.getFileName())
                        .matches(name ->
                                name.equals("/dev/stdin")
                                        || name.startsWith(java)
                                        || allowed.stream().anyMatch(name::startsWith));
            }
        }
    }

    private static int indexOfLast(List<String> lines, String what) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains(what)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void theFilterKnowsTheNumbersOfBothKindsOfProcessors() {
        assumeTrue(SystemCalls.here().isPresent(), "Skipped: no Linux on a processor we know");
        SystemCalls calls = SystemCalls.here().orElseThrow();
        assertThat(calls.denied()).doesNotHaveDuplicates().hasSizeGreaterThan(50);
        assertThat(Filter.of(calls).length % Filter.INSTRUCTION).isZero();
    }
}
