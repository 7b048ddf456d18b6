-- A case story is reported as a post and a resource are, saved and followed as a resource is, and keeps its community's tags.

alter table report add column case_id bigint references case_story on delete cascade;
do $$
declare
    before text;
begin
    select conname into strict before
      from pg_constraint
     where conrelid = 'rounds.report'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%num_nonnulls%';
    execute format('alter table rounds.report drop constraint %I', before);
end $$;
alter table report add constraint report_of_one check (num_nonnulls(post_id, resource_id, case_id) = 1);
create unique index report_of_case_once on report (case_id, reporter_id) where decided_at is null;
create index report_by_case on report (case_id) where case_id is not null;

create or replace function report_where_it_is() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if new.resource_id is not null then
        select r.community_id into new.community_id from resource r where r.id = new.resource_id;
        return new;
    end if;
    if new.case_id is not null then
        select s.community_id into new.community_id from case_story s where s.id = new.case_id;
        return new;
    end if;
    perform 1 from discussion d where d.id = (select p.discussion_id from post p where p.id = new.post_id) for key share;
    select p.community_id into new.community_id from post p where p.id = new.post_id;
    return new;
end $$;

alter policy make on report with check (
    reporter_id = (select viewer()) and decided_at is null
    and ((select true from post p where p.id = report.post_id)
         or (select true from resource r where r.id = report.resource_id)
         or (select true from case_story s where s.id = report.case_id))
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = report.community_id)
    and (select c.form = 'community' from community c where c.id = report.community_id));

-- A report of patient data hides at once, unless a moderator has looked at the same words before.
create function hide_reported_case(of_story bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update case_story s
       set state = 'hidden', revision = s.revision + 1
     where s.id = of_story and s.state = 'visible'
       and exists (select 1 from report p
                    where p.case_id = s.id and p.reporter_id = viewer() and p.reason = 'patient_data' and p.decided_at is null)
       and not exists (select 1 from report p
                        where p.case_id = s.id and p.reason = 'patient_data' and p.verdict in ('kept', 'restored')
                          and p.decided_at > s.worded_at);
    return found;
end $$;

-- That stands in the log, where more people read than may know who wrote a story that is not signed.
create function log_hiding_of_case(of_story bigint, entry bigint) returns boolean
language sql security definer set search_path = rounds, pg_temp as $$
    with added as (
    insert into community_log (id, community_id, act, content_type, content_id, person_id, detail)
    select log_hiding_of_case.entry, s.community_id, 'hidden_by_report', 'case_story', s.id, s.signed_by, 'patient_data'
      from rounds.case_story s
     where s.id = log_hiding_of_case.of_story and s.state = 'hidden'
       and exists (select 1 from report p where p.case_id = s.id and p.reporter_id = viewer() and p.reason = 'patient_data' and p.decided_at is null)
    returning id)
    select exists (select 1 from added)
$$;

-- What moderators did last, with their words, for its author and for them.
create function fate_of_case(of_story bigint) returns table (act text, words text)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select l.act, l.reason
      from rounds.community_log l
     where l.content_id = of_story and l.content_type = 'case_story' and l.act in ('case_hidden', 'hidden_by_report')
       and writer_of(of_story) is not null
       and (select s.state from case_story s where s.id = of_story) = 'hidden'
     order by l.at desc, l.id desc
     limit 1
$$;

alter table bookmark drop constraint bookmark_content_type_check;
alter table bookmark add constraint bookmark_content_type_check check (content_type in ('discussion', 'post', 'resource', 'case_story'));
alter table bookmark drop constraint bookmark_place;
alter table bookmark add constraint bookmark_place check ((discussion_id is null) = (content_type in ('resource', 'case_story')));
drop policy keep on bookmark;
create policy keep on bookmark for insert to ${app} with check (
    person_id = (select viewer())
    and case content_type
            when 'resource' then (select true from resource r where r.id = bookmark.content_id)
            when 'case_story' then (select true from case_story s where s.id = bookmark.content_id)
            else (select true from discussion d where d.id = bookmark.discussion_id)
        end);

-- Its tags follow when two are merged.
create or replace function retag(community bigint, synonym text, at_most int) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    goal text;
    discussions bigint[];
    resources bigint[];
    stories bigint[];
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
        -- The trigger of the table says what they become.
        update resource r
           set tags = r.tags, revision = revision + 1
          from old
         where r.id = old.id
        returning r.id)
    select array_agg(id) into resources from written;
    with old as (
        select s.id from case_story s
         where s.community_id = retag.community and s.tags @> array[synonym]
         order by s.id
         limit at_most
         for no key update),
    written as (
        update case_story s
           set tags = s.tags, revision = revision + 1
          from old
         where s.id = old.id
        returning s.id)
    select array_agg(id) into stories from written;
    insert into change_log (content_type, content_id, what)
    select 'discussion', id, 'audience' from unnest(discussions) id
    union all
    select 'resource', id, 'audience' from unnest(resources) id
    union all
    select 'case_story', id, 'audience' from unnest(stories) id;
    return greatest(coalesce(cardinality(discussions), 0), coalesce(cardinality(resources), 0), coalesce(cardinality(stories), 0));
end $$;
