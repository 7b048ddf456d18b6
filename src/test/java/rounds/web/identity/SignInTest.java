package rounds.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

class SignInTest {
    private static final Site SITE = Site.running();

    @BeforeEach
    void empty() {
        SITE.db().empty();
    }

    @Test
    void handleOrAddressAndPasswordLetAPersonIn() {
        SITE.person("ada");

        for (String login : new String[] {"ada", "@Ada", "ada@example.org", " ADA@example.org "}) {
            Visit browser = SITE.visitor();
            var answer = browser.post("/sign-in", "login", login, "password", Site.PASSWORD);

            assertThat(answer.statusCode()).as(login).isEqualTo(303);
            assertThat(browser.get("/settings").body()).contains("ada@example.org".substring(0, 3));
            assertThat(browser.get("/settings").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        Somebody ada = SITE.person("ada");
        SITE.unconfirmed("ben");
        SITE.db().run("update account set suspended_at = now() where person_id = " + ada.id());

        String wrongPassword = refused("ben", "not the password");
        String nobody = refused("zoe", Site.PASSWORD);
        String suspended = refused("ada", Site.PASSWORD);
        String unconfirmed = refused("ben@example.org", Site.PASSWORD);

        assertThat(wrongPassword.replace("ben", "?")).isEqualTo(nobody.replace("zoe", "?"));
        assertThat(suspended.replace("ada", "?")).isEqualTo(nobody.replace("zoe", "?"));
        assertThat(unconfirmed.replace("ben@example.org", "?"))
                .isEqualTo(nobody.replace("zoe", "?"));
    }

    private static String refused(String login, String password) {
        var answer = SITE.visitor().post("/sign-in", "login", login, "password", password);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain(password);
        return Ordinary.of(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example/",
                "javascript:alert(1)", "/a\r\nSet-Cookie: x=y", "\\\\evil.example",
                        " //evil.example"
            })
    void afterSigningInOnlyAPathOfThisSiteIsGoneTo(String next) {
        SITE.person("ada");

        var answer =
                SITE.visitor()
                        .post("/sign-in", "login", "ada", "password", Site.PASSWORD, "next", next);

        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(answer.headers().firstValue("x")).isEmpty();
    }

    @Test
    void aPathOfThisSiteIsGoneTo() {
        SITE.person("ada");

        var answer =
                SITE.visitor()
                        .post(
                                "/sign-in",
                                "login",
                                "ada",
                                "password",
                                Site.PASSWORD,
                                "next",
                                "/settings/sessions?a=b");

        assertThat(answer.headers().firstValue("Location")).contains("/settings/sessions?a=b");
    }

    @Test
    void aVisitorIsSentToSignInAndBack() {
        var answer = SITE.visitor().get("/settings/sessions");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/sign-in?next=%2Fsettings%2Fsessions");
    }

    @Test
    void theCookiesAreClosedToScriptsAndOtherSites() {
        SITE.person("ada");

        var cookies =
                SITE.visitor()
                        .post("/sign-in", "login", "ada", "password", Site.PASSWORD)
                        .headers()
                        .allValues("Set-Cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("s=") || cookie.startsWith("r="))
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie)
                                .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                                .doesNotContain("Domain"));
    }

    @Test
    void signingOutEndsTheSessionAtOnceAlsoForWhoeverCopiedItsToken() {
        Somebody ada = SITE.person("ada");
        Visit thief = SITE.as(ada);

        var answer = SITE.as(ada).post("/sign-out");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(SITE.api(ada).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(thief.get("/settings").statusCode()).isEqualTo(303);
        assertThat(thief.cookies()).doesNotContainKeys("s", "r");
    }

    @Test
    void aPersonSeesHerDevicesAndEndsOneOrAll() {
        Somebody ada = SITE.person("ada");
        Somebody phone = SITE.again(ada);
        Somebody ben = SITE.person("ben");
        Visit browser = SITE.as(ada);
        String phonesId = rounds.platform.database.Ids.text(phone.session());

        assertThat(browser.get("/settings/sessions").body()).contains(phonesId, "2 devices");
        assertThat(SITE.as(ben).post("/settings/sessions/" + phonesId + "/end").statusCode())
                .isEqualTo(404);
        assertThat(SITE.api(phone).get("/api/v1/me").status()).isEqualTo(200);

        browser.post("/settings/sessions/" + phonesId + "/end");
        assertThat(SITE.api(phone).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(SITE.api(ada).get("/api/v1/me").status()).isEqualTo(200);

        browser.post("/settings/sessions/end");
        assertThat(SITE.api(ada).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(SITE.api(ben).get("/api/v1/me").status()).isEqualTo(200);
    }
}
