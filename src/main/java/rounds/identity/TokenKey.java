package rounds.identity;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key of access tokens: made of the site's secret for this one use.
@Factory
class TokenKey {

    @Singleton
    @Named("generator")
    SignatureGeneratorConfiguration signature(@Property(name = "rounds.secret") String secret) {
        var settings = new SecretSignatureConfiguration("generator");
        settings.setBase64(true);
        settings.setSecret(Base64.getEncoder().encodeToString(derived(secret)));
        return new SecretSignature(settings);
    }

    private static byte[] derived(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return mac.doFinal("access tokens".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
