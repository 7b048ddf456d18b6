-- Whoever is asked to read a story first is told that it waits, and whoever follows one of what came after and of other
-- words; its author is told why it came back, or was hidden.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'helped', 'tried', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted', 'moved', 'corrected',
                      'resource_waits', 'resource_asked', 'version', 'version_proposed', 'version_taken', 'version_declined', 'version_left',
                      'words_proposed', 'words_taken', 'words_declined', 'case_waits', 'case_later', 'case_edited',
                      'admitted', 'role', 'removed', 'request', 'reported', 'verdict', 'reminder'));

-- That a story waits concerns who may read it while it does.
alter policy own on notification using (
    person_id = (select viewer())
    and not gone
    and case reason
            when 'request' then (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'reported' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'resource_waits' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'resource_asked' then (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'words_proposed' then (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
            when 'case_waits' then (select true from case_story s where s.id = notification.content_id and s.state = 'queued')
            when 'removed' then true
            else (select true from access a where a.person_id = (select viewer()) and a.community_id = notification.community_id)
                 or (open and (select c.visibility from community c where c.id = notification.community_id) = 'public')
        end);

-- What moderators said of the viewer's post, resource or story, and its second reader of a story. The log does not name the
-- author of a story that is not signed.
create or replace function words_about(content bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select nullif(case
               when l.act in ('post_hidden', 'post_declined', 'post_deleted', 'resource_hidden', 'resource_declined', 'resource_deleted')
                    and l.person_id = viewer() then l.reason
               when l.content_type = 'case_story' and writer_of(words_about.content) = viewer() then
                    case l.act
                        when 'case_hidden' then l.reason
                        when 'case_restored' then l.reason
                        when 'hidden_by_report' then ''
                        else (select r.comment
                                from rounds.case_review r
                               where r.story_id = words_about.content
                               order by r.at desc, r.id desc
                               limit 1)
                    end
           end, '')
      from rounds.community_log l
     where l.content_id = words_about.content
       and (l.act in ('post_hidden', 'post_restored', 'post_approved', 'post_declined', 'post_deleted',
                      'resource_hidden', 'resource_restored', 'resource_admitted', 'resource_declined', 'resource_deleted',
                      'case_hidden', 'case_restored', 'case_released', 'case_returned')
            or (l.act = 'hidden_by_report' and l.content_type = 'case_story'))
     order by l.at desc, l.id desc
     limit 1
$$;

-- A story is followed as a resource is: who follows it hears of what came after, and of other words.
alter table watch drop constraint watch_target_check;
alter table watch add constraint watch_target_check check (target in ('community', 'tag', 'discussion', 'person', 'resource', 'case_story'));
alter table watch add check (target <> 'case_story' or level = 'every');
alter policy begin on watch with check (
    person_id = (select viewer())
    and case target
            when 'discussion' then (select true from discussion d where d.id = watch.target_id)
            when 'person' then (select true from person p where p.id = watch.target_id)
            when 'resource' then (select true from resource r where r.id = watch.target_id)
            when 'case_story' then (select true from case_story s where s.id = watch.target_id)
            else (select true from community c where c.id = watch.target_id)
        end);
