-- What moderators said when they took the viewer's own words away: the log is theirs, but this was said of her. Null
-- where nothing was said, and where it was brought back since. Who said it stays among moderators.
create function words_about(content bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select case when l.act in ('post_hidden', 'post_declined', 'post_deleted', 'resource_hidden', 'resource_declined', 'resource_deleted')
                 and l.person_id = viewer() then nullif(l.reason, '') end
      from rounds.community_log l
     where l.content_id = words_about.content
       and l.act in ('post_hidden', 'post_restored', 'post_approved', 'post_declined', 'post_deleted',
                     'resource_hidden', 'resource_restored', 'resource_admitted', 'resource_declined', 'resource_deleted')
     order by l.at desc, l.id desc
     limit 1
$$;
