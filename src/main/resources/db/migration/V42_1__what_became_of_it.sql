-- What became of a resource that others do not read, and what moderators said about it: for whoever shared it, and for
-- them. Nothing where the last that was decided is not what holds now: then its owner took it away.
create function fate_of_resource(of_resource bigint) returns table (act text, words text)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select l.act, l.reason
      from (select x.act, x.reason, x.community_id, x.person_id
              from rounds.community_log x
             where x.content_id = of_resource and x.content_type = 'resource'
               and x.act in ('resource_hidden', 'resource_restored', 'resource_admitted', 'resource_declined', 'resource_deleted',
                             'hidden_by_report')
             order by x.at desc, x.id desc
             limit 1) l
      join rounds.resource r on r.id = of_resource
     where case r.state when 'hidden' then l.act in ('resource_hidden', 'hidden_by_report')
                        when 'deleted' then l.act in ('resource_declined', 'resource_deleted') end
       and (l.person_id = viewer()
            or exists (select 1 from access a where a.person_id = viewer() and a.community_id = l.community_id and a.moderates))
$$;

-- The moderators' list of what is hidden.
create index resource_hidden on resource (community_id, changed_at, id) where state = 'hidden';
