package rounds.web.community;

/// An invitation that lets nobody in, or none at all.
public record NoInvitation() {}
