package rounds.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Hashes passwords with argon2id (19 MiB, two passes, about 0.1 s). That is dear on purpose, so it
/// happens on a few threads of its own and never inside a transaction: however many people sign in
/// at once, the others' pages find a processor free, and no more memory is taken than the threads'.
@Singleton
class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int WAITING_PER_THREAD = 32;
    private static final long COME_AGAIN_SECONDS = 5;
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ThreadPoolExecutor workers;
    private final String nobodys;

    Passwords() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        workers =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(threads * WAITING_PER_THREAD),
                        Thread.ofPlatform().daemon().name("argon2-", 1).factory());
        workers.allowCoreThreadTimeOut(true);
        nobodys = hashNow(Secrets.next());
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    /// @throws ProblemException `TooMany` when more people sign in than can be served
    String hash(String password) {
        return run(() -> hashNow(password));
    }

    /// Whether the password is that of the hash. Without a hash (no such account) it takes as long
    /// and is wrong.
    ///
    /// @throws ProblemException `TooMany` when more people sign in than can be served
    boolean matches(String password, @Nullable String hash) {
        String other = hash == null ? nobodys : hash;
        return run(() -> {
            boolean same =
                    Argon2Function.getInstanceFromHash(other)
                            .check(bytes(password), other.getBytes(StandardCharsets.UTF_8));
            return same && hash != null;
        });
    }

    private static String hashNow(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return ARGON2.hash(bytes(password), salt).getResult();
    }

    // One password, however the keyboard composes its letters.
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T run(Callable<T> work) {
        try {
            return workers.submit(work).get();
        } catch (RejectedExecutionException _) {
            throw new ProblemException(new Problem.TooMany(COME_AGAIN_SECONDS));
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
