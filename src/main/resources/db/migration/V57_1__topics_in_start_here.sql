-- Newcomers may begin with a focus topic, too.

alter table start_entry drop constraint start_entry_content_type_check;
alter table start_entry add constraint start_entry_content_type_check
    check (content_type in ('discussion', 'resource', 'case_story', 'topic'));

alter policy read on start_entry using (
    ((visibility = 'public' and (select c.visibility from community c where c.id = start_entry.community_id) = 'public' and (select viewer()) is not null)
     or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = start_entry.community_id))
    and case content_type
            when 'discussion' then (select true from discussion d where d.id = start_entry.content_id)
            when 'resource' then (select true from resource r where r.id = start_entry.content_id)
            when 'case_story' then (select true from case_story s where s.id = start_entry.content_id)
            when 'topic' then (select true from topic t where t.id = start_entry.content_id)
            else false
        end);
