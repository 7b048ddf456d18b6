package rounds.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is put into the library is asked about as what is posted.
class AskedInLibraryTest {
    private static final Site SITE = Site.running();
    private static final Pattern LOOKED = Pattern.compile("name=\"identified\" value=\"([^\"]+)\"");

    private Visit ada;

    @BeforeEach
    void people() {
        SITE.db().empty();
        long valley = SITE.community("valley", "public");
        var one = SITE.person("ada");
        SITE.member(valley, one);
        ada = SITE.as(one);
    }

    private HttpResponse<String> share(String title, String... more) {
        var fields = new ArrayList<String>();
        fields.addAll(
                List.of(
                        "form",
                        "text",
                        "kind",
                        "tool",
                        "title",
                        title,
                        "body",
                        "Words",
                        "language",
                        "en",
                        "csrf",
                        ada.csrf()));
        fields.addAll(List.of(more));
        var body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"")
                    .append(fields.get(i))
                    .append("\"\r\n\r\n")
                    .append(fields.get(i + 1))
                    .append("\r\n");
        }
        body.append("--b--\r\n");
        return ada.sendBytes(
                "/c/valley/library",
                "multipart/form-data; boundary=b",
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTitleIsLookedAtBeforeItIsShared() {
        HttpResponse<String> asked = share("What Mrs. Kowalski taught us");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        assertThat(asked.body()).contains("<mark>Kowalski</mark>", "Words</textarea>");
        Matcher looked = LOOKED.matcher(asked.body());
        assertThat(looked.find()).isTrue();

        assertThat(share("What Mrs. Kowalski taught us", "widen", "title.1.0").body())
                .contains("What the patient taught us");
        assertThat(
                        share("What Mrs. Kowalski taught us", "identified", looked.group(1))
                                .statusCode())
                .isEqualTo(303);
        assertThat(share("Card 9698658215").body()).contains("Cannot be sent");
    }
}
