-- Whoever arranges a collection is told the place of something among all that she sees there, hidden ones too.
create or replace function place_in_collection(of_collection bigint, of_resource bigint) returns int
language sql stable security definer set search_path = rounds, pg_temp as $$
    select (select 1 + count(*)::int from collection_entry b
             where b.collection_id = of_collection and (b.place, b.resource_id) < (e.place, e.resource_id)
               and (b.shown or a.moderates
                    or exists (select 1 from resource r where r.id = b.resource_id and r.shared_by = a.person_id)))
      from collection_entry e
      join access a on a.person_id = viewer() and a.community_id = e.community_id and a.reads
                   and a.roles && '{moderator,core_team,chair}'
     where e.collection_id = of_collection and e.resource_id = of_resource;
$$;

create function size_of_collection(of_collection bigint) returns int
language sql stable security definer set search_path = rounds, pg_temp as $$
    select count(*)::int
      from collection_entry b
      join access a on a.person_id = viewer() and a.community_id = b.community_id and a.reads
                   and a.roles && '{moderator,core_team,chair}'
     where b.collection_id = of_collection
       and (b.shown or a.moderates
            or exists (select 1 from resource r where r.id = b.resource_id and r.shared_by = a.person_id));
$$;
