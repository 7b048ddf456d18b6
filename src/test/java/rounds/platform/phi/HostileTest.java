package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;

/// Texts made to exhaust the check end in time, and each finding lies in its text.
class HostileTest {
    private static final int LENGTH = 100_000;
    private static final long LIMIT_MS = 2_000;

    static List<String> shapes() {
        return List.of(
                "a",
                "A",
                "1",
                " ",
                "\n",
                ".",
                "-",
                "@",
                ":",
                "/",
                "(",
                "+",
                "'",
                "\u200B",
                "\u0301",
                "*",
                "_",
                "`",
                "é",
                "😀",
                "\uD800",
                "1 ",
                "1-",
                "1.",
                "1:",
                "a@",
                "a.",
                "a@b.",
                "www.",
                "http://",
                "http://a.",
                "A ",
                "Aa ",
                "Aa-",
                "O'",
                "A. ",
                "Mr. ",
                "Dr ",
                "M. A",
                "Name: ",
                "Anna ",
                "Anna Kowalski ",
                "de la ",
                "12 Maple ",
                "12 Maple Street ",
                "1 A 1 A ",
                "rue ",
                "12, rue de ",
                "ul. a ",
                "address ",
                "address is 1 ",
                "corner of A ",
                "lives at ",
                "born ",
                "March ",
                "March 3 ",
                "3/",
                "2024-",
                "2024-01-01 ",
                "MRN ",
                "MRN no no ",
                "card ",
                "card 1 ",
                "A1A ",
                "A1",
                "AB12 ",
                "GB82 WEST ",
                "x Street ",
                "(a",
                "[at] ",
                "Smith, ",
                "Smith & ",
                "and Smith ",
                "et al ",
                "0 1 ",
                "+1 ",
                "(604) ",
                "604-",
                "90 ",
                "aged ",
                "Aa's ",
                "a".repeat(70) + "@",
                "1".repeat(30) + " ",
                "A".repeat(40) + " ",
                "name name name ",
                "- 2 A",
                "Maladie de ");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aRepeatedShapeEndsInTime(String shape) {
        Identifiers.in("Anna Kowalski, 604-555-0143");
        String text = shape.repeat(LENGTH / shape.length());
        long from = cpu();

        List<Finding> found = Identifiers.in(text);

        assertThat((cpu() - from) / 1_000_000).as(shape).isLessThan(LIMIT_MS);
        assertInside(text, found);
    }

    @Test
    void anyTextIsReadWithoutAnError() {
        var random = new Random(7);
        String signs =
                "aA1 .-@:/(+'\n*_é\u0301\u200B😀\uD800½２\u00A0«»°#,;|[]{}<>&\\Mr. née 604 12 rue ";
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(120);
            for (int j = 0; j < length; j++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertInside(text.toString(), Identifiers.in(text.toString()));
        }
    }

    private static void assertInside(String text, List<Finding> found) {
        int end = 0;
        for (Finding finding : found) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(end);
            assertThat(finding.end())
                    .isGreaterThan(finding.start())
                    .isLessThanOrEqualTo(text.length());
            end = finding.end();
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
