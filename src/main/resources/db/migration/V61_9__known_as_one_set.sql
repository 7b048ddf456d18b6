-- Whom the viewer knows is asked as one set: first the index, since few are called so, and then who of them is known.
-- Person by person it took longest for the names that many have.
create or replace function known_by_name(asked text, most int) returns setof bigint
language plpgsql stable security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
begin
    return query
        with fits as materialized (
            select p.id, p.name
              from person p
             where words_of(p.name || ' ' || p.handle) @@ beginnings(asked))
        select f.id
          from fits f
         where f.id in (
               select viewer()
               union all
               select m.person_id
                 from access a
                 join community c on c.id = a.community_id and c.form = 'community'
                 join membership m on m.community_id = a.community_id and m.until_at is null and m.role = 'member'
                where a.person_id = viewer())
         order by folded(f.name), f.id
         limit most;
end $$;

create or replace function known_by_all(asked text, most int) returns setof bigint
language plpgsql stable security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
begin
    return query
        with fits as materialized (
            select p.id, p.name
              from person p
             where words_of_person(p.name, p.handle, p.profession, p.organisation, p.place, p.expertise, p.emr) @@ beginnings(asked))
        select f.id
          from fits f
         where f.id in (
               select viewer()
               union all
               select m.person_id
                 from access a
                 join community c on c.id = a.community_id and c.form = 'community'
                 join membership m on m.community_id = a.community_id and m.until_at is null and m.role = 'member'
                where a.person_id = viewer())
         order by folded(f.name), f.id
         limit most;
end $$;
