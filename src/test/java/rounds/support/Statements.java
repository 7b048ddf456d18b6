package rounds.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.slf4j.LoggerFactory;

import java.util.List;

/// What is asked of the database while something happens. That the viewer enters is not among it.
public final class Statements {
    private static final Logger QUERIES =
            (Logger) LoggerFactory.getLogger("io.micronaut.data.query");

    /// How the threads of the jobs are named; whatever comes on a schedule runs on the last.
    private static final List<String> JOBS =
            List.of(
                    "follow-",
                    "prune-changes",
                    "rebuild-index",
                    "rerender",
                    "postman",
                    "live",
                    "scheduled-executor");

    /// The statements of this work, in order; not those of the jobs that go on beside it.
    public static List<String> of(Runnable work) {
        var heard =
                new ListAppender<ILoggingEvent>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        // Told only while its thread runs.
                        if (JOBS.stream().noneMatch(event.getThreadName()::startsWith)) {
                            super.append(event);
                        }
                    }
                };
        Level before = QUERIES.getLevel();
        boolean additive = QUERIES.isAdditive();
        QUERIES.setLevel(Level.DEBUG);
        QUERIES.setAdditive(false);
        QUERIES.addAppender(heard);
        heard.start();
        try {
            work.run();
        } finally {
            QUERIES.detachAppender(heard);
            QUERIES.setAdditive(additive);
            QUERIES.setLevel(before);
        }
        return heard.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("Executing"))
                .toList();
    }

    private Statements() {}
}
