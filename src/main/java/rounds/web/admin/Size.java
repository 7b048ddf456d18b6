package rounds.web.admin;

/// So much room on a disk, in the unit that people would say it in.
public record Size(long bytes) {
    private static final long MEGABYTE = 1L << 20;
    private static final long GIGABYTE = 1L << 30;

    /// From here on nobody counts megabytes.
    private static final long LARGE = 10 * GIGABYTE;

    /// `gb` or `mb`.
    public String unit() {
        return bytes >= LARGE ? "gb" : "mb";
    }

    public long number() {
        return bytes / (bytes >= LARGE ? GIGABYTE : MEGABYTE);
    }
}
