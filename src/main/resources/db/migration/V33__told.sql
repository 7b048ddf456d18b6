-- An author is told of what helped, of who tried it and how it went, and of where a discussion went.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'helped', 'tried', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted', 'moved', 'corrected',
                      'admitted', 'role', 'request', 'reported', 'verdict', 'reminder'));

-- What moderators said when they took the viewer's own words away: the log is theirs, but this was said of her. Null
-- where nothing was said, and where it was brought back since. Who said it stays among moderators.
create function words_about(content bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select case when l.act in ('post_hidden', 'post_declined', 'post_deleted') and l.person_id = viewer() then nullif(l.reason, '') end
      from rounds.community_log l
     where l.content_id = words_about.content and l.act in ('post_hidden', 'post_restored', 'post_approved', 'post_declined', 'post_deleted')
     order by l.at desc, l.id desc
     limit 1
$$;
