package rounds.community;

/// What waits in a community for those who govern it.
///
/// @param requests people who ask to be let in
/// @param cases posts that were reported, or wait to be let through
public record Waiting(int requests, int cases) {
    public static final Waiting NOTHING = new Waiting(0, 0);

    /// For queries: both numbers of the community `c` as an array, for a viewer with the `access`
    /// row `a`; 0 where she may not decide.
    public static final String IN_COMMUNITY =
            """
            array[
                case when a.roles && '{moderator,core_team,chair,relationship_manager}'
                     then (select count(*) from join_request j where j.community_id = c.id and j.decided_at is null)
                     else 0
                end,
                case when a.moderates
                     then (select count(distinct r.post_id) from report r where r.community_id = c.id and r.decided_at is null)
                        + (select count(*) from post q where q.community_id = c.id and q.state = 'queued')
                     else 0
                end]::int[]
            """;

    public static Waiting of(Integer[] numbers) {
        return new Waiting(numbers[0], numbers[1]);
    }
}
