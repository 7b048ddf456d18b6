package rounds.platform.markdown;

import rounds.kernel.ProblemException;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs what may take long in a thread of its own, with a deep stack and for a limited time. No
/// thread can be stopped from outside: one that overruns is left to end by itself (the cost of what
/// it was given is bounded) and keeps its place until then, so that no more than `PLACES` ever run.
final class Watched {

    static final Duration LIMIT = Duration.ofMillis(500);
    private static final int PLACES = 2;

    /// Ten thousand nested marks need about 4 MB; reserved, not used, by everything else.
    private static final long STACK = 32L << 20;

    private final Semaphore places = new Semaphore(PLACES, true);

    /// Throws [rounds.kernel.Problem.Invalid] on `body`: `markdown.busy` if no place became free in
    /// time, `markdown.too-tangled` if the work took too long.
    String run(Callable<String> work) {
        try {
            if (!places.tryAcquire(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            return result(start(work));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private Future<String> start(Callable<String> work) {
        var task = new FutureTask<>(work);
        Runnable inItsPlace =
                () -> {
                    try {
                        task.run();
                    } finally {
                        places.release();
                    }
                };
        var thread = new Thread(null, inItsPlace, "markdown", STACK);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static String result(Future<String> task) throws InterruptedException {
        try {
            return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            task.cancel(true);
            throw new ProblemException(Markdown.TOO_TANGLED);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failed);
        }
    }

    private static ProblemException busy() {
        return ProblemException.invalid("body", "markdown.busy");
    }
}
