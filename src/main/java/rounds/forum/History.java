package rounds.forum;

import rounds.platform.difference.Segment;

import java.util.List;

/// What a post said before.
///
/// @param revisions the oldest first; the last is what it says now
/// @param shown which of them is compared with the one before it
/// @param title how the title changed with it; empty where it did not
/// @param body how the words changed
public record History(
        PostInDiscussion of,
        List<Revision> revisions,
        Revision shown,
        List<Segment> title,
        List<Segment> body) {}
