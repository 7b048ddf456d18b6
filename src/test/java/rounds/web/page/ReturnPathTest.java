package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: s=1",
                "/a\tb",
                "/a b",
                " /a",
                "a/b",
                "/é"
            })
    void whatLeadsElsewhereLeadsHome(@Nullable String next) {
        assertThat(ReturnPath.of(next)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/d/0abc-title?view=time&after=x#p4",
                "/search?q=%22a%22",
                "/a//b",
                "/a?next=//b"
            })
    void ourOwnPathsStay(String next) {
        assertThat(ReturnPath.of(next)).isEqualTo(next);
    }

    @Test
    void nothingEndlessIsFollowed() {
        assertThat(ReturnPath.of("/" + "a".repeat(10_000))).isEqualTo("/");
    }
}
