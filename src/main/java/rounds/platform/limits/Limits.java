package rounds.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.ProxyManager;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.settings.Settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/// Counts what people do, and stops who does it too often. `ROUNDS_LIMITS=off` switches it off, for
/// measurements.
@Singleton
public class Limits {
    private static final int MOST_KEYS = 100_000;
    private static final long NANOS = 1_000_000_000;

    private final ProxyManager<String> shared;
    private final boolean on;
    private final Cache<String, Bucket> local =
            Caffeine.newBuilder()
                    .maximumSize(MOST_KEYS)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();

    Limits(ProxyManager<String> shared, Settings settings) {
        this.shared = shared;
        this.on = settings.limits();
    }

    /// Takes one of the allowance of `key`: a person's id, an address. Never inside a transaction:
    /// what all nodes count together has its own.
    ///
    /// @throws ProblemException `TooMany`, with the seconds to wait
    public void take(Limit limit, String key) {
        take(limit, key, 1);
    }

    /// Takes several at once, or none.
    ///
    /// @param count at most what the whole allowance is
    public void take(Limit limit, String key, long count) {
        if (!on) {
            return;
        }
        String name = limit.name() + ' ' + key;
        Bucket bucket =
                limit.shared()
                        ? shared.builder().build(hidden(name), limit::allowance)
                        : local.get(name, _ -> bucket(limit));
        ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(count);
        if (!taken.isConsumed()) {
            throw new ProblemException(
                    new Problem.TooMany(1 + taken.getNanosToWaitForRefill() / NANOS));
        }
    }

    private static Bucket bucket(Limit limit) {
        var bucket = Bucket.builder();
        for (var bandwidth : limit.allowance().getBandwidths()) {
            bucket.addLimit(bandwidth);
        }
        return bucket.build();
    }

    // The table need not tell who tried to sign in from where.
    private static String hidden(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
