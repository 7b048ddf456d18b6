package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.platform.difference.Segment;
import rounds.topics.Source;
import rounds.topics.Topic;
import rounds.web.forum.Box;

import java.util.List;

/// The form in which a summary is written, or in which a member says how she would word it.
///
/// @param suggested whether it is a suggestion
/// @param changed the sources that changed or went since somebody looked at them
/// @param met what somebody else saved meanwhile; null: nobody did
/// @param problem a message that says why nothing was saved; empty: nothing went wrong
public record WriteSummaryPage(
        Community community,
        Topic topic,
        boolean suggested,
        Box box,
        List<Source> changed,
        @Nullable Met met,
        String problem) {

    /// @param theirs what they changed, word by word
    /// @param mine what the viewer changed
    /// @param text what stands now, as it was written
    /// @param merged whether they changed different words; else those of both stand in the box,
    ///   hers first
    public record Met(
            int number, List<Segment> theirs, List<Segment> mine, String text, boolean merged) {}
}
