package rounds.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.identity.Origin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/// Where a request comes from.
@Singleton
public final class Origins {
    private static final int LONGEST_AGENT = 300;
    private static final int NETWORK_BYTES = 8;

    private final HttpClientAddressResolver addresses;

    Origins(HttpClientAddressResolver addresses) {
        this.addresses = addresses;
    }

    /// @param language of the page: `en` or `fr`; anything else counts as `en`
    public Origin of(HttpRequest<?> request, @Nullable String language) {
        String agent = Objects.requireNonNullElse(request.getHeaders().get("User-Agent"), "");
        return new Origin(
                network(addresses.resolve(request)),
                agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)),
                "fr".equals(language) ? "fr" : "en");
    }

    /// One household has a whole network of IPv6 addresses, so it is counted as one.
    private static String network(@Nullable String address) {
        if (address == null || address.indexOf(':') < 0) {
            return Objects.requireNonNullElse(address, "unknown");
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
