-- What was reported and is deleted asks for no decision any more: its reports are closed by that. `withdrawn`: its author
-- deleted it; `deleted`: a moderator did.
alter table report drop constraint report_verdict_check;
alter table report add constraint report_verdict_check
    check (verdict in ('hidden', 'kept', 'restored', 'withdrawn', 'deleted'));

-- The ids of the reports that it closed. The community's log tells it in the name of the product itself.
create function close_reports(of_post bigint, entry bigint, moment timestamptz) returns setof bigint
language sql security definer set search_path = rounds, pg_temp as $$
    with gone as (
        select p.id, p.community_id, p.author_id, p.number, p.discussion_id
          from rounds.post p
         where p.id = of_post and p.state = 'deleted'
           and (p.author_id = viewer()
                or exists (select 1 from access a where a.person_id = viewer() and a.community_id = p.community_id and a.moderates))),
    closed as (
        update report r
           set decided_at = moment, decided_by = viewer(),
               verdict = case gone.author_id when viewer() then 'withdrawn' else 'deleted' end
          from gone
         where r.post_id = gone.id and r.decided_at is null
        returning r.id, r.reason, r.verdict, r.made_at),
    logged as (
        insert into community_log (id, community_id, act, content_type, content_id, person_id, detail)
        select entry, gone.community_id, 'reports_closed', case gone.number when 1 then 'discussion' else 'post' end,
               case gone.number when 1 then gone.discussion_id else gone.id end, gone.author_id,
               (select c.reason from closed c order by c.made_at, c.id limit 1)
          from gone
         where exists (select 1 from closed c where c.verdict = 'withdrawn')
        returning id)
    select c.id from closed c left join logged on false
$$;

update report r
   set decided_at = now(), decided_by = p.author_id,
       verdict = case when p.gone_reason in ('author', 'withdrawn') then 'withdrawn' else 'deleted' end
  from post p
 where p.id = r.post_id and p.state = 'deleted' and r.decided_at is null;
