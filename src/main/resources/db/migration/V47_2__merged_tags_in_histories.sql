-- A tag that was merged into another is called by the other's name in the histories of posts, too, as discussions and
-- resources are: what it was called before may be why it was merged.
create index post_revision_tagged on post_revision using gin (tags) where tags is not null;

update post_revision r
   set tags = array(select coalesce(t.main, x.name)
                      from unnest(r.tags) with ordinality x (name, at)
                      left join tag t on t.community_id = p.community_id and t.name = x.name
                     group by coalesce(t.main, x.name)
                     order by min(x.at))
  from post p
 where p.id = r.post_id and r.tags is not null
   and exists (select 1 from tag t where t.community_id = p.community_id and t.name = any (r.tags) and t.main is not null);

-- How many revisions it wrote the main tag into. Only for the community's moderators.
create function retag_histories(community bigint, synonym text, at_most int) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    goal text;
    written int;
begin
    select t.main into goal from tag t where t.community_id = retag_histories.community and t.name = synonym;
    if goal is null or not moderates(retag_histories.community) then
        return 0;
    end if;
    with old as (
        select r.post_id, r.revision
          from post_revision r
          join rounds.post p on p.id = r.post_id
         where r.tags is not null and r.tags @> array[synonym] and p.community_id = retag_histories.community
         order by r.post_id, r.revision
         limit at_most
           for no key update of r)
    update post_revision r
       set tags = array(select x.t from unnest(array_replace(r.tags, synonym, goal)) with ordinality x (t, n)
                         group by x.t order by min(x.n))
      from old
     where r.post_id = old.post_id and r.revision = old.revision;
    get diagnostics written = row_count;
    return written;
end $$;
