package rounds.platform.markdown;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs what may take long in a thread of its own, with a deep stack and for a limited time. No
/// thread can be stopped from outside: one that overruns is interrupted, which ends it at the next
/// block or piece of HTML, and keeps its place until then, so that no more than `PLACES` ever run.
final class Watched {

    static final Problem BUSY = new Problem.Invalid("body", "markdown.busy");

    /// Of processor: on a busy machine a text is not to blame for the time it took.
    private static final Duration LIMIT = Duration.ofMillis(400);

    /// To wait for a place and for the processor.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration LOOK = Duration.ofMillis(25);
    private static final int PLACES = 2;

    /// Ten thousand nested marks need about 4 MB; reserved, not used, by everything else.
    private static final long STACK = 32L << 20;

    private final Semaphore places = new Semaphore(PLACES, true);

    /// Throws [rounds.kernel.Problem.Invalid] on `body`: `markdown.too-tangled` if the work takes
    /// too long, `markdown.busy` if it got too little of the processor to know.
    String run(Callable<String> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            if (!places.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
            return start(new FutureTask<>(work), end);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private String start(FutureTask<String> task, long end) throws InterruptedException {
        var thread = new Thread(null, () -> inItsPlace(task), "markdown", STACK);
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return task.get(LOOK.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException notYet) {
                stopIfOverdue(task, thread, end);
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(failed);
            }
        }
    }

    private static void stopIfOverdue(FutureTask<String> task, Thread thread, long end) {
        if (ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId())
                > LIMIT.toNanos()) {
            task.cancel(true);
            throw new ProblemException(Markdown.TOO_TANGLED);
        }
        if (System.nanoTime() > end) {
            task.cancel(true);
            throw busy();
        }
    }

    private void inItsPlace(Runnable task) {
        try {
            task.run();
        } finally {
            places.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(BUSY);
    }
}
