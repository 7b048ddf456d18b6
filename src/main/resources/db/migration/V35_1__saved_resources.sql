-- Resources are saved for later, too; they stand in no discussion.
alter table bookmark drop constraint bookmark_content_type_check;
alter table bookmark add constraint bookmark_content_type_check check (content_type in ('discussion', 'post', 'resource'));
alter table bookmark alter column discussion_id drop not null;
alter table bookmark add constraint bookmark_place check ((discussion_id is null) = (content_type = 'resource'));

drop policy keep on bookmark;
create policy keep on bookmark for insert to ${app} with check (
    person_id = (select viewer())
    and case content_type
            when 'resource' then (select true from resource r where r.id = bookmark.content_id)
            else (select true from discussion d where d.id = bookmark.discussion_id)
        end);

-- Whoever saved one is told of its new versions.
create index bookmark_of_resource on bookmark (content_id, made_at) where content_type = 'resource';
