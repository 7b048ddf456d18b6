-- What members share may wait for a moderator; a resource is reported as a post is; and whoever shared it is told in words
-- what became of it.

create index resource_waits on resource (community_id, changed_at, id) where state = 'queued';

-- A report is of a post or of a resource.
alter table report alter column post_id drop not null;
alter table report add column resource_id bigint references resource on delete cascade;
alter table report add check (num_nonnulls(post_id, resource_id) = 1);
create unique index report_of_resource_once on report (resource_id, reporter_id) where decided_at is null;
create index report_by_resource on report (resource_id) where resource_id is not null;

create or replace function report_where_it_is() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if new.resource_id is not null then
        select r.community_id into new.community_id from resource r where r.id = new.resource_id;
        return new;
    end if;
    perform 1 from discussion d where d.id = (select p.discussion_id from post p where p.id = new.post_id) for key share;
    select p.community_id into new.community_id from post p where p.id = new.post_id;
    return new;
end $$;

alter policy make on report with check (
    reporter_id = (select viewer()) and decided_at is null
    and ((select true from post p where p.id = report.post_id) or (select true from resource r where r.id = report.resource_id))
    and (select c.form = 'community' from community c where c.id = report.community_id));

-- When something was last said in it: what a moderator has looked at before says nothing of later words.
alter table resource add column worded_at timestamptz not null default now();

-- A report of patient data hides at once, unless a moderator has looked at the same words before.
create function hide_reported_resource(of_resource bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource r
       set state = 'hidden', revision = r.revision + 1
     where r.id = of_resource and r.state = 'visible'
       and exists (select 1 from report p
                    where p.resource_id = r.id and p.reporter_id = viewer() and p.reason = 'patient_data' and p.decided_at is null)
       and not exists (select 1 from report p
                        where p.resource_id = r.id and p.reason = 'patient_data' and p.verdict in ('kept', 'restored')
                          and p.decided_at > r.worded_at);
    return found;
end $$;
