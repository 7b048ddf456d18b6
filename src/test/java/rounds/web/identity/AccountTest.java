package rounds.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class AccountTest {
    private static final Site SITE = Site.running();
    private static final String NEW_PASSWORD = "seven loud badgers";

    @BeforeEach
    void empty() {
        SITE.db().empty();
    }

    private static HttpResponse<String> signUp(Visit browser, String name, String email) {
        return browser.post(
                "/sign-up", "name", name, "email", email, "password", NEW_PASSWORD, "lang", "en");
    }

    @Test
    void whoSignsUpMayLookAroundAndWritesAfterFollowingTheLink() {
        Visit browser = SITE.visitor();

        var answer = signUp(browser, "Zoë Tremblay", "Zoe@Example.org");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(browser.get("/settings").body()).contains("not confirmed yet", "zoe.tremblay");
        String link = link("zoe@example.org", "/confirm/");
        assertThat(browser.get(link).body()).contains("Zoë Tremblay", "zoe@example.org");
        assertThat(browser.post(link).statusCode()).isEqualTo(303);
        assertThat(browser.get("/settings").body()).doesNotContain("not confirmed yet");
    }

    @Test
    void anInvitationIsNotForgottenOnTheWayThroughTheMailbox() {
        Visit ada = SITE.as(SITE.person("ada"));
        String community =
                ada.post(
                                "/communities",
                                "name",
                                "Hidden",
                                "visibility",
                                "private",
                                "languages",
                                "en")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst("^http://[^/]+", "");
        HttpResponse<String> sent =
                ada.post(
                        community + "/invitations/mail",
                        "email",
                        "zoe@example.org",
                        "language",
                        "en");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String invitation = link("zoe@example.org", "/invitations/");
        Visit browser = SITE.visitor();
        String signUp = "/sign-up?next=" + invitation;
        assertThat(Jsoup.parse(browser.get(signUp).body()).select("#f-email").val())
                .isEqualTo("zoe@example.org");
        browser.post(
                "/sign-up",
                "name",
                "Zoë Tremblay",
                "email",
                "zoe@example.org",
                "password",
                NEW_PASSWORD,
                "next",
                invitation);
        assertThat(browser.get(invitation).body())
                .as("not by the mail alone")
                .contains("not confirmed");

        String confirm = link("zoe@example.org", "/confirm/");
        String next =
                Jsoup.parse(browser.get(confirm + "?next=" + invitation).body())
                        .select("main input[name=next]")
                        .val();
        assertThat(mail("zoe@example.org"))
                .contains(confirm + "?next=" + invitation.replace("/", "%2F"));
        assertThat(browser.post(confirm, "next", next).headers().firstValue("Location"))
                .contains(invitation);
        assertThat(Jsoup.parse(browser.get(invitation).body()).select("main button.main").text())
                .isEqualTo("Join Hidden");
    }

    @Test
    void anAddressWithAnAccountIsAnsweredAlikeAndItsOwnerIsTold() {
        SITE.person("ada");
        Visit known = SITE.visitor();
        Visit unknown = SITE.visitor();

        var one = signUp(known, "Somebody", "ada@example.org");
        var other = signUp(unknown, "Somebody", "zoe@example.org");

        assertThat(one.statusCode()).isEqualTo(other.statusCode()).isEqualTo(303);
        assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
        assertThat(one.headers().firstValue("Location"))
                .isEqualTo(other.headers().firstValue("Location"));
        assertThat(signIn("ada@example.org")).isEqualTo(signIn("zoe@example.org")).isEqualTo(422);
        assertThat(mail("ada@example.org")).contains("account already").doesNotContain("/confirm/");
        assertThat(known.post("/settings/address/confirmation").statusCode()).isEqualTo(303);
        assertThat(mail("ada@example.org")).doesNotContain("/confirm/");
        assertThat(
                        SITE.db()
                                .count(
                                        "select count(*) from account where email = 'ada@example.org' and confirmed_at is not null"))
                .isEqualTo(1);
    }

    private static int signIn(String login) {
        return SITE.visitor()
                .post("/sign-in", "login", login, "password", NEW_PASSWORD)
                .statusCode();
    }

    @Test
    void aRefusedFormComesBackFilledWithEverythingThatIsWrong() {
        var answer =
                SITE.visitor()
                        .post(
                                "/sign-up",
                                "name",
                                "\u200b\u202e",
                                "email",
                                "no address",
                                "handle",
                                "a b",
                                "profession",
                                "Midwife",
                                "password",
                                "short");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Midwife",
                        "no address",
                        "a b",
                        "e-name",
                        "e-email",
                        "e-handle",
                        "e-password")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void aRefusedFormSaysFirstWhatIsWrongAndNamesItsHintAndErrorAtTheField() {
        var answer =
                SITE.visitor()
                        .header("Accept-Language", "fr")
                        .post("/sign-up", "name", "Ada", "email", "x", "password", "short");
        Document page = Jsoup.parse(answer.body());

        assertThat(page.title()).startsWith("Erreur : ");
        assertThat(page.select("main > .refused[role=alert][tabindex=-1] a").eachAttr("href"))
                .containsExactly("#f-email", "#f-password");
        assertThat(page.select("#f-password").attr("aria-describedby").split(" "))
                .containsExactly("h-password", "e-password");
        assertThat(Jsoup.parse(SITE.visitor().get("/sign-up").body()).title())
                .doesNotContain("Erreur", "Error");
    }

    @Test
    void aHandleThatLooksLikeAnothersIsRefused() {
        SITE.person("marvin");

        for (String handle : new String[] {"Marvin", "mar-vin", "m.arvin", "rnarvin", "marv1n"}) {
            var answer =
                    SITE.visitor()
                            .post(
                                    "/sign-up",
                                    "name",
                                    "Somebody",
                                    "email",
                                    "x@example.org",
                                    "handle",
                                    handle,
                                    "password",
                                    NEW_PASSWORD);
            assertThat(answer.statusCode()).as(handle).isEqualTo(422);
            assertThat(answer.body()).as(handle).contains("looks like it");
        }
    }

    @Test
    void aResetLinkWorksOnceAndEndsAllSessions() {
        Somebody ada = SITE.person("ada");
        SITE.visitor().post("/reset", "email", "ada@example.org");
        String link = link("ada@example.org", "/reset/");
        Visit browser = SITE.visitor();

        assertThat(browser.get(link).body()).contains("name=\"password\"");
        assertThat(browser.post(link, "password", "short").statusCode()).isEqualTo(422);
        assertThat(browser.post(link, "password", NEW_PASSWORD).statusCode()).isEqualTo(303);

        assertThat(browser.get("/settings").statusCode()).isEqualTo(200);
        assertThat(SITE.api(ada).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(signIn("ada")).isEqualTo(303);
        assertThat(SITE.visitor().post(link, "password", "another long one").statusCode())
                .isEqualTo(422);
        assertThat(SITE.visitor().get(link).body()).contains("This link is over");
        assertThat(mail("ada@example.org")).contains("has just been changed");
    }

    @Test
    void anOlderResetLinkAndOneFromBeforeASignInAreOver() {
        SITE.person("ada");
        SITE.visitor().post("/reset", "email", "ada@example.org");
        String older = link("ada@example.org", "/reset/");
        SITE.visitor().post("/reset", "email", "ada@example.org");
        String newer = link("ada@example.org", "/reset/");

        assertThat(newer).isNotEqualTo(older);
        assertThat(SITE.visitor().post(older, "password", NEW_PASSWORD).statusCode())
                .isEqualTo(422);
        SITE.visitor().post("/sign-in", "login", "ada", "password", Site.PASSWORD);
        assertThat(SITE.visitor().post(newer, "password", NEW_PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(signIn("ada")).isEqualTo(422);
    }

    @Test
    void aResetLinkIsOverAfterHalfAnHour() {
        SITE.person("ada");
        SITE.visitor().post("/reset", "email", "ada@example.org");
        String link = link("ada@example.org", "/reset/");
        SITE.db().run("update email_link set expires_at = expires_at - interval '30 minutes'");

        assertThat(SITE.visitor().post(link, "password", NEW_PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void askingForAResetIsAnsweredAlikeForEveryAddress() {
        SITE.person("ada");

        var known = SITE.visitor().post("/reset", "email", "ada@example.org");
        var unknown = SITE.visitor().post("/reset", "email", "zoe@example.org");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(Ordinary.of(known.body()).replace("ada@", "?@"))
                .isEqualTo(Ordinary.of(unknown.body()).replace("zoe@", "?@"));
        assertThat(mail("zoe@example.org")).contains("no account").doesNotContain("/reset/");
    }

    @Test
    void followingALinkChangesNothingUntilItsButtonIsPressed() {
        Somebody ada = SITE.unconfirmed("ada");
        SITE.as(ada).post("/settings/address/confirmation");
        String confirm = link("ada@example.org", "/confirm/");
        SITE.visitor().post("/reset", "email", "ada@example.org");
        String reset = link("ada@example.org", "/reset/");

        for (int times = 0; times < 3; times++) {
            SITE.visitor().get(confirm);
            SITE.visitor().head(confirm);
            SITE.visitor().get(reset);
            SITE.visitor().head(reset);
        }

        assertThat(SITE.db().count("select count(*) from email_link where used_at is null"))
                .isEqualTo(2);
        assertThat(SITE.db().count("select count(*) from account where confirmed_at is not null"))
                .isZero();
        assertThat(SITE.visitor().post(confirm).statusCode()).isEqualTo(303);
    }

    @Test
    void anAddressChangesWhenItsNewOwnerFollowsTheLinkAndTheOldOneIsTold() {
        Somebody ada = SITE.person("ada");
        Visit browser = SITE.as(ada);

        assertThat(
                        browser.post(
                                        "/settings/address",
                                        "email",
                                        "new@example.org",
                                        "current",
                                        "not it, surely")
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        browser.post(
                                        "/settings/address",
                                        "email",
                                        "new@example.org",
                                        "current",
                                        Site.PASSWORD)
                                .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/settings/address").body()).contains("ada@example.org");
        SITE.visitor().post(link("new@example.org", "/confirm/"));

        assertThat(browser.get("/settings/address").body())
                .contains("new@example.org")
                .doesNotContain("ada@example.org");
        assertThat(mail("ada@example.org")).contains("uses another address");
    }

    @Test
    void nobodyChangesToAnAddressThatHasAnAccount() {
        SITE.person("ben");
        Visit browser = SITE.as(SITE.person("ada"));

        var answer =
                browser.post(
                        "/settings/address", "email", "ben@example.org", "current", Site.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(mail("ben@example.org")).contains("account already").doesNotContain("/confirm/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org, b@example.org",
                "<a@example.org>",
                "a b@example.org",
                "a@example",
                "\"a\"@example.org",
                "@example.org",
                "a@example.org\u0000",
                "a..b@example.org",
                "a(comment)@example.org"
            })
    void onlyOnePlainAddressIsTaken(String email) {
        assertThat(SITE.visitor().post("/reset", "email", email).statusCode()).isEqualTo(422);
        assertThat(SITE.db().count("select count(*) from mail")).isZero();
    }

    @Test
    void forgedHostsStandInNoMail() {
        SITE.person("ada");
        SITE.visitor()
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .post("/reset", "email", "ada@example.org");

        assertThat(mail("ada@example.org"))
                .contains(SITE.address("/reset/").toString())
                .doesNotContain("evil");
    }

    @Test
    void aNameThatLooksLikeAnAddressIsNotClickableInAMail() {
        signUp(SITE.visitor(), "Win at https://evil.example/x www.evil.example", "z@example.org");

        assertThat(mail("z@example.org"))
                .doesNotContain("evil.example", "https://evil", "www.evil")
                .contains("evil. example");
    }

    private static String link(String email, String prefix) {
        Matcher link =
                Pattern.compile("http://localhost:\\d+(" + prefix + "[\\w-]+)")
                        .matcher(mail(email));
        assertThat(link.find()).as("link in the mail to " + email).isTrue();
        return link.group(1);
    }

    /// The newest mail to that address.
    private static String mail(String email) {
        try (Connection owner = SITE.db().asOwner();
                var statement =
                        owner.prepareStatement(
                                "select body from mail where recipient = ? order by id desc limit 1")) {
            statement.setString(1, email);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).as("a mail to " + email).isTrue();
                return row.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
