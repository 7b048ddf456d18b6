-- Whoever proposed a version is told that it was taken; whoever was asked about one is told that it was not; moderators, that
-- somebody asks to have something shown again. And each refusal comes with its own reason.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'helped', 'tried', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted', 'moved', 'corrected',
                      'resource_waits', 'resource_asked', 'version', 'version_proposed', 'version_taken', 'version_declined', 'version_left',
                      'words_proposed', 'words_taken', 'words_declined',
                      'admitted', 'role', 'removed', 'request', 'reported', 'verdict', 'reminder'));

alter policy own on notification using (
    person_id = (select viewer())
    and not gone
    and case reason
            when 'request' then (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'reported' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'resource_waits' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'resource_asked' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'words_proposed' then (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'removed' then true
            else (select true from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
                 or (open and (select c.visibility from community c where c.id = notification.community_id) = 'public')
        end);

-- What curators said when they did not take a version, or words: the one of which this notification speaks.
drop function words_of_refusal(bigint, text);
create function words_of_refusal(content bigint, refusal text, occasion bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select nullif(case
        when words_of_refusal.refusal in ('version_declined', 'version_left') then (
            select v.answer
              from rounds.resource_version v
              join rounds.resource r on r.id = v.resource_id
             where v.resource_id = words_of_refusal.content and v.number = words_of_refusal.occasion and v.state = 'declined'
               and viewer() in (v.made_by, r.shared_by))
        when words_of_refusal.refusal = 'words_declined' then coalesce(
            (select w.answer
               from rounds.declined_wording w
              where w.id = words_of_refusal.occasion and w.resource_id = words_of_refusal.content and w.made_by = viewer()),
            -- Told before such words were kept.
            (select l.reason
               from rounds.community_log l
              where l.id = words_of_refusal.occasion and l.content_id = words_of_refusal.content and l.act = 'words_declined'
                and l.person_id = viewer()))
        end, '')
$$;
