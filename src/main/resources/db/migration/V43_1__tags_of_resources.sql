-- A resource carries the tags that its community says are the main ones, whichever was typed; when two are merged,
-- its resources follow as its discussions do.

create function main_tags() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if exists (select 1 from tag t where t.community_id = new.community_id and t.name = any (new.tags) and t.main is not null) then
        new.tags := array(
            select coalesce(t.main, x.name)
              from unnest(new.tags) with ordinality x (name, n)
              left join tag t on t.community_id = new.community_id and t.name = x.name
             group by coalesce(t.main, x.name)
             order by min(x.n));
    end if;
    return new;
end $$;
create trigger main_tags before insert or update of tags on resource
    for each row execute function main_tags();

create or replace function retag(community bigint, synonym text, at_most int) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    goal text;
    discussions bigint[];
    resources bigint[];
begin
    select t.main into goal from tag t where t.community_id = retag.community and t.name = synonym;
    if goal is null or not moderates(retag.community) then
        return 0;
    end if;
    with old as (
        select d.id from discussion d
         where d.community_id = retag.community and d.tags @> array[synonym]
         order by d.id
         limit at_most
         for no key update),
    written as (
        update discussion d
           set tags = array(select x.t from unnest(array_replace(d.tags, synonym, goal)) with ordinality x (t, n)
                             group by x.t order by min(x.n)),
               revision = revision + 1
          from old
         where d.id = old.id
        returning d.id)
    select array_agg(id) into discussions from written;
    with old as (
        select r.id from resource r
         where r.community_id = retag.community and r.tags @> array[synonym]
         order by r.id
         limit at_most
         for no key update),
    written as (
        -- The trigger above says what they become.
        update resource r
           set tags = r.tags, revision = revision + 1
          from old
         where r.id = old.id
        returning r.id)
    select array_agg(id) into resources from written;
    insert into change_log (content_type, content_id, what)
    select 'discussion', id, 'audience' from unnest(discussions) id
    union all
    select 'resource', id, 'audience' from unnest(resources) id;
    return greatest(coalesce(cardinality(discussions), 0), coalesce(cardinality(resources), 0));
end $$;
