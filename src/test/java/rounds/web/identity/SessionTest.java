package rounds.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import io.micronaut.security.token.generator.TokenGenerator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class SessionTest {
    private static final Site SITE = Site.running();

    private Somebody ada;

    @BeforeEach
    void empty() {
        SITE.db().empty();
        ada = SITE.person("ada");
    }

    @Test
    void aPageAskedForAfterTheTokenRanOutIsShownAndTheBrowserStaysSignedIn() {
        Visit browser = SITE.as(ada).cookie("s", signed(Map.of("exp", in(-1))));

        assertThat(browser.get("/settings").statusCode()).isEqualTo(200);

        assertThat(browser.cookies().get("r")).isNotEqualTo(ada.refreshToken());
        assertThat(browser.without("r").get("/settings").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormSentAfterTheTokenRanOutIsNotLost() {
        Visit browser = SITE.as(ada);
        String csrf = browser.csrf();
        browser.without("s");

        var answer =
                browser.postBody(
                        "/settings",
                        "csrf=" + csrf + "&name=Ada+Lovelace&handle=ada&timeZone=America/Toronto");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.get("/u/ada").body()).contains("Ada Lovelace");
    }

    @Test
    void twoWindowsThatRenewAtTheSameMomentBothGoOn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Visit>> windows =
                    IntStream.range(0, 8)
                            .<Callable<Visit>>mapToObj(_ ->
                                    () -> {
                                        Visit window = SITE.as(ada).without("s");
                                        assertThat(window.get("/settings").statusCode())
                                                .isEqualTo(200);
                                        return window;
                                    })
                            .toList();
            for (var window : threads.invokeAll(windows)) {
                Visit later = window.get().without("s");
                assertThat(later.get("/settings").statusCode()).isEqualTo(200);
            }
        }
        assertThat(SITE.db().count("select count(*) from session where ended_at is null"))
                .isEqualTo(1);
    }

    @Test
    void aRefreshTokenThatTurnsUpAgainLaterEndsItsFamilyAndAMailSaysSo() {
        Visit owner = SITE.as(ada).without("s");
        owner.get("/settings");
        SITE.db()
                .run(
                        "update refresh_token set used_at = used_at - interval '21 seconds' where used_at is not null");

        Visit thief = SITE.as(ada).without("s");

        assertThat(thief.get("/settings").statusCode()).isEqualTo(303);
        assertThat(thief.cookies()).doesNotContainKeys("s", "r");
        assertThat(owner.get("/settings").statusCode()).isEqualTo(303);
        assertThat(owner.get("/settings").statusCode()).isEqualTo(303);
        assertThat(SITE.db().count("select count(*) from session where end_reason = 'reuse'"))
                .isEqualTo(1);
        assertThat(SITE.db().count("select count(*) from mail where recipient = 'ada@example.org'"))
                .isEqualTo(1);
    }

    @Test
    void programsRenewByTheirOwnAddressAndPagesNeverByTheirs() {
        var signedIn =
                SITE.api()
                        .post(
                                "/api/v1/tokens",
                                Map.of("login", "ada", "password", Site.PASSWORD),
                                null);
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(signedIn.body().get("expiresIn").asInt()).isEqualTo(300);
        String refreshToken = signedIn.body().get("refreshToken").asText();

        var renewed =
                SITE.api()
                        .post("/api/v1/tokens/refresh", Map.of("refreshToken", refreshToken), null);

        assertThat(renewed.status()).isEqualTo(201);
        String accessToken = renewed.body().get("accessToken").asText();
        var me = SITE.api().with(accessToken).get("/api/v1/me");
        assertThat(me.body().get("handle").asText()).isEqualTo("ada");
        assertThat(me.body().get("email").asText()).isEqualTo("ada@example.org");
        assertThat(
                        SITE.api()
                                .post(
                                        "/api/v1/tokens/refresh",
                                        Map.of("refreshToken", "rubbish"),
                                        null)
                                .status())
                .isEqualTo(401);
        assertThat(SITE.api().with(accessToken).delete("/api/v1/tokens").status()).isEqualTo(204);
        assertThat(SITE.api().with(accessToken).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(SITE.as(ada).header("Accept", "application/json").get("/api/v1/me").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNewPasswordIsAnotherOneAndAllThatIsWrongIsSaidAtOnce() {
        Visit browser = SITE.as(SITE.person("zoe"));

        var same =
                browser.post(
                        "/settings/password", "current", Site.PASSWORD, "password", Site.PASSWORD);
        var both = browser.post("/settings/password", "current", "x", "password", "short");

        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("This is the password you have now");
        assertThat(both.body())
                .contains(
                        "e-current", "e-password", "This password is too short: write at least 10");
    }

    @Test
    void changingThePasswordEndsEverythingElseAtOnce() {
        Somebody phone = SITE.again(ada);
        Visit phonesBrowser = SITE.as(phone).without("s");
        Visit browser = SITE.as(ada);

        var answer =
                browser.post(
                        "/settings/password",
                        "current",
                        Site.PASSWORD,
                        "password",
                        "seven loud badgers");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(browser.get("/settings").statusCode()).isEqualTo(200);
        assertThat(SITE.api(phone).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(SITE.api(ada).get("/api/v1/me").status())
                .as("the token from before")
                .isEqualTo(401);
        assertThat(phonesBrowser.get("/settings").statusCode()).isEqualTo(303);
        assertThat(SITE.db().count("select count(*) from mail where subject like '%password%'"))
                .isEqualTo(1);
    }

    @Test
    void aSuspendedPersonIsOutAtOnce() {
        SITE.db().run("update account set suspended_at = now(), auth_version = auth_version + 1");

        assertThat(SITE.api(ada).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(SITE.as(ada).without("s").get("/settings").statusCode()).isEqualTo(303);
    }

    @Test
    void onlyATokenOfOursForHereAndNowIsBelieved() throws Exception {
        assertThat(me(signed(Map.of()))).isEqualTo(200);

        assertThat(me(signed(Map.of("exp", in(-61))))).as("run out").isEqualTo(401);
        assertThat(me(signed(Map.of("iss", "elsewhere")))).as("issuer").isEqualTo(401);
        assertThat(me(signed(Map.of("aud", "elsewhere")))).as("audience").isEqualTo(401);
        assertThat(me(signed(Map.of("sub", "1")))).as("somebody deleted").isEqualTo(401);
        assertThat(me(signed(Map.of("ver", 2)))).as("version").isEqualTo(401);
        assertThat(me(signed(Map.of("sid", "1")))).as("session").isEqualTo(401);
        assertThat(me(new PlainJWT(claims()).serialize())).as("alg none").isEqualTo(401);
        assertThat(me(ada.accessToken() + "x")).as("signature").isEqualTo(401);
        assertThat(me("rubbish")).isEqualTo(401);

        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertThat(me(by(JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate())))).isEqualTo(401);
        byte[] publicKey = rsa.getPublic().getEncoded();
        assertThat(me(by(JWSAlgorithm.HS256, new MACSigner(publicKey)))).isEqualTo(401);
        byte[] secret = "a secret that only the tests know, long enough".getBytes();
        assertThat(me(by(JWSAlgorithm.HS256, new MACSigner(secret))))
                .as("the site's secret is not the key itself")
                .isEqualTo(401);
    }

    private int me(String token) {
        return SITE.api().with(token).get("/api/v1/me").status();
    }

    private String by(JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID("../../key").build(), claims());
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("rounds")
                .audience("rounds")
                .subject(String.valueOf(ada.id()))
                .claim("sid", String.valueOf(ada.session()))
                .claim("ver", 1)
                .expirationTime(Date.from(Instant.now().plusSeconds(200)))
                .build();
    }

    private String signed(Map<String, Object> instead) {
        var claims = new HashMap<String, Object>();
        claims.put("iss", "rounds");
        claims.put("aud", "rounds");
        claims.put("sub", String.valueOf(ada.id()));
        claims.put("sid", String.valueOf(ada.session()));
        claims.put("ver", 1);
        claims.put("exp", in(200));
        claims.putAll(instead);
        return SITE.bean(TokenGenerator.class).generateToken(claims).orElseThrow();
    }

    private static long in(int seconds) {
        return Instant.now().plusSeconds(seconds).getEpochSecond();
    }
}
