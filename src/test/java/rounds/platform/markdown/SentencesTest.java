package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

/// Sentences that lean on a sign are marked, and no others.
class SentencesTest {
    private static final String SIGN = Sentences.SIGN + "1</sup>";

    @Test
    void aSignAfterTheFullStopBelongsToTheSentenceBeforeIt() {
        assertThat(marked("<p>One is so. Two is so." + SIGN + " Three is not.</p>"))
                .isEqualTo("<p>One is so. [1|Two is so.]" + SIGN + " Three is not.</p>");
        assertThat(marked("<p>One is so. " + SIGN + " Two is not.</p>"))
                .isEqualTo("<p>[1|One is so.] " + SIGN + " Two is not.</p>");
        assertThat(marked("<p>" + SIGN + " says so. Two.</p>"))
                .isEqualTo("<p>" + SIGN + " [1|says so.] Two.</p>");
    }

    @Test
    void aSignWithinASentenceMarksBothSidesOfItAndNoTagIsTorn() {
        assertThat(
                        marked(
                                "<ul><li>Ask <em>her first. Then</em> measure"
                                        + SIGN
                                        + " standing.</li><li>Wait.</li></ul>"))
                .isEqualTo(
                        "<ul><li>Ask <em>her first. [1|Then]</em>[ measure]"
                                + SIGN
                                + "[ standing.]</li><li>Wait.</li></ul>");
    }

    @Test
    void whatIsShortenedAndWhatIsWrittenAsAnEntityEndsNoSentence() {
        assertThat(marked("<p>A. Dr. Ruiz &amp; Mme. Roy say &#34;10.5 mg&#34;." + SIGN + "</p>"))
                .isEqualTo(
                        "<p>[1|A. Dr. Ruiz &amp; Mme. Roy say &#34;10.5 mg&#34;.]" + SIGN + "</p>");
    }

    @Test
    void twoSignsOfOneSentenceMarkItOnceAndSignsAreCountedThroughTheText() {
        var marked =
                Sentences.marked(
                        "<p>One"
                                + SIGN
                                + " and two"
                                + SIGN
                                + ".<sup>3</sup></p><p>"
                                + SIGN
                                + "</p><blockquote><p>Three.<br>Four."
                                + SIGN
                                + "</p></blockquote>",
                        Locale.ENGLISH,
                        signs -> signs.toString());

        assertThat(marked.sentences())
                .containsExactly(
                        new Sentences.Sentence(1, "One and two.", List.of(0, 1)),
                        new Sentences.Sentence(2, "", List.of(2)),
                        new Sentences.Sentence(3, "Four.", List.of(3)));
        assertThat(marked.html()).contains("<span class=\"sr\">[0, 1] </span>One</span>");
    }

    @Test
    void whatHoldsNoSignStaysAsItIs() {
        String html = "<p>One.<sup>1</sup> <a href=\"/d/1\">Two</a></p>";

        assertThat(Sentences.marked(html, Locale.ENGLISH, _ -> "x").html()).isEqualTo(html);
        assertThat(marked("<p>" + SIGN + "</p><p>&")).isEqualTo("<p>" + SIGN + "</p><p>&");
    }

    /// The marks as brackets, with the number of the sentence.
    private static String marked(String html) {
        return Sentences.marked(html, Locale.ENGLISH, _ -> "x")
                .html()
                .replaceAll(
                        "<span class=\"leans\" id=\"q(\\d+)\"><span class=\"sr\">x </span>", "[$1|")
                .replace("<span class=\"leans\">", "[")
                .replace("</span>", "]");
    }
}
