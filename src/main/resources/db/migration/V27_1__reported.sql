-- Moderators are told of what was reported, as long as they moderate there and nobody has decided about it.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted',
                      'admitted', 'role', 'request', 'reported', 'reminder'));

alter policy own on notification using (
    person_id = (select viewer())
    and not gone
    and case reason
            when 'request' then (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'reported' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            else (select true from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
                 or (open and (select c.visibility from community c where c.id = notification.community_id) = 'public')
        end);
