package rounds.platform.settings;

import java.util.List;

/// Lines that a feature adds to what `serve` prints once the site can be visited.
public interface Announcement {
    List<String> lines();
}
