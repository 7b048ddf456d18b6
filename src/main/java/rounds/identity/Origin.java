package rounds.identity;

/// Where a request comes from, for limits and for the list of sessions.
///
/// @param address of the network; many people may share one
/// @param userAgent what the browser or program says of itself
/// @param language of the page, for mails to people who have chosen none: `en` or `fr`
public record Origin(String address, String userAgent, String language) {}
