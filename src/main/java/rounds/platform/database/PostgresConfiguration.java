package rounds.platform.database;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The embedded PostgreSQL's configuration, written anew at each start.
final class PostgresConfiguration {
    private static final long MEGABYTE = 1024 * 1024;

    /// Room for `check`, `import` and the watchers beside the server's two pools.
    private static final int OTHER_CONNECTIONS = 20;

    private static final Pattern VERSION = Pattern.compile("^(\\d{1,3})\\.(\\d{1,3})");

    private PostgresConfiguration() {}

    static String text(int port, int pool) {
        return """
        # Written by Rounds at each start. Your own words belong into local.conf beside this file.
        include 'postgresql.conf'

        # Nobody reaches it from elsewhere, and nobody enters without a password.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        ssl = off
        max_connections = %d

        # A share of the machine's memory, since the server and its index live here too.
        shared_buffers = '%dMB'
        effective_cache_size = '%dMB'
        work_mem = '8MB'
        maintenance_work_mem = '64MB'
        max_wal_size = '2GB'
        checkpoint_timeout = '15min'
        random_page_cost = 1.1

        # Many small statements: what pays for large ones costs these.
        jit = off
        max_parallel_workers_per_gather = 0
        max_logical_replication_workers = 0

        # After a kill, one call for the whole file system: file by file takes seconds on a busy disk.
        recovery_init_sync_method = %s

        # The log names what went wrong, and never the words people wrote.
        log_line_prefix = '%%m '
        log_statement = none
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_checkpoints = off
        timezone = 'UTC'
        log_timezone = 'UTC'

        include_if_exists 'local.conf'

        # Last, so that nothing above can undo it: what was acknowledged is on the disk.
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        """
                .formatted(
                        port,
                        2 * pool + OTHER_CONNECTIONS,
                        share(16, 512),
                        share(2, Integer.MAX_VALUE),
                        syncsWholeFileSystem() ? "syncfs" : "fsync");
    }

    /// Linux before 5.8 did not report what such a call failed to write.
    private static boolean syncsWholeFileSystem() {
        Matcher version = VERSION.matcher(System.getProperty("os.version", ""));
        return System.getProperty("os.name", "").equals("Linux")
                && version.find()
                && 1000 * Integer.parseInt(version.group(1)) + Integer.parseInt(version.group(2))
                        >= 5008;
    }

    private static long share(int part, long most) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(machine.getTotalMemorySize() / MEGABYTE / part, 32, most);
    }
}
