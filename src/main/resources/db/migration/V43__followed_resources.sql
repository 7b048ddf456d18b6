-- A resource is followed, too: who follows it hears of its new versions, and of discussions that are opened about it.
alter table watch drop constraint watch_target_check;
alter table watch add constraint watch_target_check check (target in ('community', 'tag', 'discussion', 'person', 'resource'));
alter table watch add check (target <> 'resource' or level = 'every');
alter policy begin on watch with check (
    person_id = (select viewer())
    and case target
            when 'discussion' then (select true from discussion d where d.id = watch.target_id)
            when 'person' then (select true from person p where p.id = watch.target_id)
            when 'resource' then (select true from resource r where r.id = watch.target_id)
            else (select true from community c where c.id = watch.target_id)
        end);
