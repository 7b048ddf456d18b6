-- Moderators are told that a resource waits to be let in, curators that its owner wants other words; whoever asked is told
-- what became of it.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'helped', 'tried', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted', 'moved', 'corrected',
                      'resource_waits', 'version', 'version_proposed', 'version_declined',
                      'words_proposed', 'words_taken', 'words_declined',
                      'admitted', 'role', 'removed', 'request', 'reported', 'verdict', 'reminder'));

alter policy own on notification using (
    person_id = (select viewer())
    and not gone
    and case reason
            when 'request' then (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'reported' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'resource_waits' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'words_proposed' then (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'removed' then true
            else (select true from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
                 or (open and (select c.visibility from community c where c.id = notification.community_id) = 'public')
        end);

-- What curators said when they did not take the viewer's version of this, or her words. Who said it stays among them.
create function words_of_refusal(content bigint, refusal text) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select nullif(l.reason, '')
      from rounds.community_log l
     where l.content_id = words_of_refusal.content and l.act = words_of_refusal.refusal
       and l.act in ('version_declined', 'words_declined') and l.person_id = viewer()
     order by l.at desc, l.id desc
     limit 1
$$;
