-- What the product itself does with a resource stands in the log, as it does of a post: a report of patient data hides at
-- once. Who reported it does not stand there. Only for whoever's own report just did it.
create function log_hiding_of_resource(of_resource bigint, entry bigint) returns boolean
language sql security definer set search_path = rounds, pg_temp as $$
    with added as (
    insert into community_log (id, community_id, act, content_type, content_id, person_id, detail)
    select log_hiding_of_resource.entry, r.community_id, 'hidden_by_report', 'resource', r.id, r.shared_by, 'patient_data'
      from rounds.resource r
     where r.id = log_hiding_of_resource.of_resource and r.state = 'hidden'
       and exists (select 1 from report p where p.resource_id = r.id and p.reporter_id = viewer() and p.reason = 'patient_data' and p.decided_at is null)
    returning id)
    select exists (select 1 from added)
$$;
