package rounds.interchange;

/// Told how a long job goes on.
public interface Watcher {
    Watcher SILENT = new Watcher() {};

    /// @param position bytes of the file that are done
    default void at(long position, Tally done) {}

    /// A line was not taken and will not be.
    default void refused(int line, String reason) {}
}
