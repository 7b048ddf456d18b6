package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.State;

import java.util.List;

/// A resource and one version of it.
///
/// @param shown the version that was asked for
/// @param versions all that the viewer may see, the newest first
/// @param words that its owner wants to be said of it, for her and for curators
/// @param declined the last words of the viewer's that were not taken
/// @param asked that it is to be looked at once more
/// @param fate what moderators decided, where others do not read it
/// @param opens whether others read it by themselves once nothing in its file is asked about
/// @param compared whether it can be told what has changed since they did
public record ResourcePage(
        Resource resource,
        Version shown,
        List<Version> versions,
        @Nullable ProposedWords words,
        @Nullable DeclinedWords declined,
        @Nullable Asked asked,
        @Nullable Fate fate,
        boolean opens,
        boolean compared) {

    /// Whether an earlier or proposed version is shown, and not the one that is read.
    public boolean isOther() {
        return shown.state() != VersionState.CURRENT;
    }

    /// Whether a moderator has something to leave hidden: what a report hid, or what its owner asks
    /// to be shown again.
    public boolean appealed() {
        return resource.state() == State.HIDDEN
                && (asked != null || (fate != null && fate.act().equals("hidden_by_report")));
    }

    /// Those that are held back until what stands in their files has been looked at.
    public List<Version> held() {
        return versions.stream().filter(Version::isHeld).toList();
    }

    /// Those that wait for a decision.
    public List<Version> proposed() {
        return versions.stream()
                .filter(version -> version.state() == VersionState.PROPOSED)
                .toList();
    }
}
