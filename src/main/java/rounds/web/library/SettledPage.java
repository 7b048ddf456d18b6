package rounds.web.library;

import rounds.community.Community;
import rounds.library.Resource;

/// Says that what somebody was about to decide is not as she saw it, and leads on. What she typed
/// stands there to be copied.
///
/// @param why a key of the messages
/// @param words that she typed; may be empty
public record SettledPage(Community community, Resource resource, String why, String words) {}
