package rounds.community;

import org.jspecify.annotations.Nullable;

/// What stands in numbers beside the rooms of a community: what is under way there, and what waits
/// for those who govern it.
///
/// @param requests people who ask to be let in; 100 for more than that
/// @param cases posts, resources and case stories that were reported, or wait to be let through, or
///   of which something else is proposed, each once; above 99 it may be more
/// @param topics focus topics that are open, for everybody who reads there; 100 for more than that
public record Waiting(int requests, int cases, int topics) {
    public static final Waiting NOTHING = new Waiting(0, 0);

    public Waiting(int requests, int cases) {
        this(requests, cases, 0);
    }

    /// For queries: the numbers of the community `c` as an array, for a viewer with the `access`
    /// row `a`; 0 where she may not decide. Of each kind at most 100 are counted: it stands on
    /// every page.
    public static final String IN_COMMUNITY =
            """
            array[
                case when a.roles && '{moderator,core_team,chair,relationship_manager}'
                     then (select count(*)
                           from (select 1 from join_request j
                                 where j.community_id = c.id and j.decided_at is null
                                 limit 100) few)
                     else 0
                end,
                case when a.moderates
                     then (select count(distinct few.about)
                           from ((select coalesce(r.post_id, r.resource_id, r.case_id) as about from report r
                                  where r.community_id = c.id and r.decided_at is null
                                  limit 100)
                                 union all
                                 (select q.id from post q
                                  where q.community_id = c.id and q.state = 'queued'
                                  limit 100)
                                 union all
                                 (select s.id from case_story s
                                  where s.community_id = c.id and s.state = 'queued'
                                  limit 100)
                                 union all
                                 (select w.id from resource w
                                  where w.community_id = c.id and w.state = 'queued' and not w.opens
                                  limit 100)
                                 union all
                                 (select w.id from resource w
                                  where w.community_id = c.id and w.state = 'hidden' and w.asked_at is not null
                                  limit 100)
                                 union all
                                 (select w.id from resource_version v
                                  join resource w on w.id = v.resource_id and w.state in ('visible', 'queued')
                                  where v.community_id = c.id and v.state = 'proposed'
                                  limit 100)
                                 union all
                                 (select w.id from resource_wording v
                                  join resource w on w.id = v.resource_id and w.state = 'visible'
                                  where v.community_id = c.id
                                  limit 100)) few)
                     else 0
                end,
                (select count(*)
                 from (select 1 from topic t
                       where t.community_id = c.id and t.state in ('open', 'synthesising')
                       limit 100) few)]::int[]
            """;

    /// The same for statements that do not show it.
    public static final String UNASKED = "'{0,0,0}'::int[]";

    public static Waiting of(Integer[] numbers) {
        return new Waiting(numbers[0], numbers[1], numbers[2]);
    }

    /// As it stands beside a link; absent for none.
    public @Nullable String requestsShown() {
        return shown(requests);
    }

    public @Nullable String casesShown() {
        return shown(cases);
    }

    public @Nullable String topicsShown() {
        return shown(topics);
    }

    private static @Nullable String shown(int number) {
        return number == 0 ? null : number > 99 ? "99+" : String.valueOf(number);
    }
}
