-- How much the files of a community's library take: for its members, who learn when it is full. What was declined goes
-- away by itself, and takes nobody's place.
create index resource_version_bytes on resource_version (community_id) include (bytes) where form = 'file' and state <> 'declined';
create function library_bytes(of_community bigint) returns bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select coalesce(sum(v.bytes), 0)::bigint
      from resource_version v
     where v.community_id = of_community and v.form = 'file' and v.state <> 'declined'
       and exists (select 1 from access a where a.person_id = viewer() and a.community_id = of_community and a.reads)
$$;
