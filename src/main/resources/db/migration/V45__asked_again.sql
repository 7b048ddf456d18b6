-- What was not let in, or is hidden, is no dead end for who shared it: she changes it and asks once more.

alter table resource
    -- When it was not let in; while that holds she changes it, and may hand it in again.
    add column declined_at timestamptz,
    -- When she asked that moderators look at it again, and what she says has changed.
    add column asked_at timestamptz,
    add column asked text not null default '' check (length(asked) <= 2000),
    -- How often she has: tells one time from another.
    add column asked_times int not null default 0;
update resource r
   set declined_at = l.at
  from (select distinct on (x.content_id) x.content_id, x.act, x.at
          from community_log x
         where x.content_type = 'resource'
           and x.act in ('resource_hidden', 'resource_restored', 'resource_admitted', 'resource_declined', 'resource_deleted')
         order by x.content_id, x.at desc, x.id desc) l
 where l.content_id = r.id and l.act = 'resource_declined' and r.state = 'deleted';
create index resource_asked on resource (community_id, changed_at, id) where state = 'hidden' and asked_at is not null;

-- Words that were not taken, kept for who wrote them; and, under the id of a resource that was itself not let in, what was
-- said of it then, so that moderators see what has changed when it comes again.
create table declined_wording (
    like resource_wording including defaults including constraints,
    whole       boolean     not null,
    -- The number of the version that was read then.
    current     int         not null,
    -- Why they were not taken.
    answer      text        not null check (length(answer) <= 2000),
    declined_by bigint      references person on delete set null,
    declined_at timestamptz not null,
    primary key (id),
    foreign key (resource_id) references resource on delete cascade,
    foreign key (community_id) references community on delete cascade,
    foreign key (made_by) references person on delete cascade
);
create index declined_wording_of on declined_wording (resource_id, declined_at desc);
create index declined_wording_by_age on declined_wording (declined_at);
create index declined_wording_in on declined_wording (community_id);
create index declined_wording_by on declined_wording (made_by);
create index declined_wording_decided on declined_wording (declined_by) where declined_by is not null;

alter table declined_wording enable row level security;
grant select, insert, update, delete on declined_wording to ${system};
create policy system_all on declined_wording to ${system} using (true) with check (true);
create policy read on declined_wording for select to ${app} using (
    (select a.reads and (declined_wording.made_by = a.person_id or (declined_wording.whole and a.moderates))
       from access a where a.person_id = (select viewer()) and a.community_id = declined_wording.community_id));
grant select on declined_wording to ${app};

-- A curator leaves a resource as it is; the words that she did not take are kept.
create function decline_words(of_resource bigint, of_words bigint, said text, decided timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    with gone as (
        delete from resource_wording w
         where w.resource_id = of_resource and w.id = of_words and curates(w.community_id)
        returning *)
    insert into declined_wording (resource_id, community_id, id, kind, title, description, html, html_version, language,
                                  language_said, tags, keywords, authors, source, licence, journal, year, doi, pmid, abstract,
                                  adaptation, made_by, made_at, visibility, whole, current, answer, declined_by, declined_at)
    select g.resource_id, g.community_id, g.id, g.kind, g.title, g.description, g.html, g.html_version, g.language,
           g.language_said, g.tags, g.keywords, g.authors, g.source, g.licence, g.journal, g.year, g.doi, g.pmid, g.abstract,
           g.adaptation, g.made_by, g.made_at, g.visibility, false, r.current, said, viewer(), decided
      from gone g
      join resource r on r.id = g.resource_id;
    return found;
end $$;

-- What is not let in is kept as it was said then; what is decided is no longer asked.
create or replace function move_resource(of_resource bigint, was text, becomes text, seen int) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource r
       set state = becomes, revision = r.revision + 1,
           changed_at = case when was = 'queued' and becomes = 'visible' then greatest(r.changed_at, now()) else r.changed_at end,
           declined_at = case when was = 'queued' and becomes = 'deleted' and r.shared_by <> viewer() then now() end,
           asked_at = null, asked = ''
      from access a
     where r.id = of_resource and r.state = was and was <> 'deleted' and (seen is null or r.revision = seen)
       and a.person_id = viewer() and a.community_id = r.community_id and a.reads
       and (a.moderates or (becomes = 'deleted' and r.shared_by = viewer() and was in ('visible', 'queued')));
    if not found then
        return false;
    end if;
    delete from declined_wording where id = of_resource;
    insert into declined_wording (resource_id, community_id, id, kind, title, description, html, html_version, language,
                                  language_said, tags, keywords, authors, source, licence, journal, year, doi, pmid, abstract,
                                  adaptation, made_by, made_at, visibility, whole, current, answer, declined_by, declined_at)
    select r.id, r.community_id, r.id, r.kind, r.title, r.description, r.html, r.html_version, r.language,
           r.language_said, r.tags, r.keywords, r.authors, r.source, r.licence, r.journal, r.year, r.doi, r.pmid, r.abstract,
           r.adaptation, r.shared_by, r.changed_at, r.visibility, true, r.current, '', viewer(), r.declined_at
      from resource r
     where r.id = of_resource and r.declined_at is not null;
    return true;
end $$;

-- Whoever shared it hands it in again where it was not let in, and asks that it be shown again where it is hidden: once,
-- until moderators have decided.
create function ask_again(of_resource bigint, seen int, said text, asking timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource r
       set state = case r.state when 'deleted' then 'queued' else r.state end,
           changed_at = case r.state when 'deleted' then asking else r.changed_at end,
           declined_at = null, asked_at = asking, asked = said, asked_times = r.asked_times + 1, revision = r.revision + 1
      from access a
     where r.id = of_resource and r.shared_by = viewer() and r.revision = seen
       and a.person_id = viewer() and a.community_id = r.community_id and a.reads
       and (r.declined_at is not null or (r.state = 'hidden' and r.asked_at is null));
    return found;
end $$;

-- What was not let in is taken away for good, by who shared it or a moderator: nothing of what was said of it is kept.
create function forget_declined(of_resource bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource r
       set declined_at = null, revision = r.revision + 1
      from access a
     where r.id = of_resource and r.state = 'deleted' and r.declined_at is not null
       and a.person_id = viewer() and a.community_id = r.community_id and a.reads
       and (a.moderates or r.shared_by = viewer());
    if not found then
        return false;
    end if;
    delete from declined_wording where id = of_resource;
    return true;
end $$;

-- A moderator leaves it hidden.
create function refuse_asked(of_resource bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource r
       set asked_at = null, asked = '', revision = r.revision + 1
      from access a
     where r.id = of_resource and r.state = 'hidden' and r.asked_at is not null
       and a.person_id = viewer() and a.community_id = r.community_id and a.moderates;
    return found;
end $$;

-- What others do not read its owner changes without asking.
alter policy change on resource using (
    (select a.roles && '{moderator,core_team,chair}'
            or (resource.shared_by = a.person_id
                and (resource.state in ('queued', 'hidden')
                     or resource.declined_at is not null
                     or not (select c.review_resources from community c where c.id = resource.community_id)))
       from access a where a.person_id = (select viewer()) and a.community_id = resource.community_id and a.reads));

-- What was replaced while others did not read a resource was refused, or nobody had looked at it: it is an earlier version
-- for its owner and moderators alone.
alter table resource_version add column sealed boolean not null default false;
update resource_version v
   set sealed = true
  from resource r
 where r.id = v.resource_id and v.state = 'earlier' and r.state <> 'visible';
alter policy read on resource_version using (
    (select true from resource r where r.id = resource_version.resource_id)
    and case when state = 'current' or (state = 'earlier' and not sealed) then true
             else (select case when resource_version.sealed then a.moderates else a.roles && '{moderator,core_team,chair}' end
                          or resource_version.made_by = a.person_id
                          or (select r.shared_by = a.person_id from resource r where r.id = resource_version.resource_id)
                     from access a where a.person_id = (select viewer()) and a.community_id = resource_version.community_id) end);

create or replace function decide_version(of_version bigint, accepted boolean, decided timestamptz, seen int, said text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    found_resource bigint;
    found_number int;
    written_for text;
begin
    select r.id, v.number, v.visibility into found_resource, found_number, written_for
      from resource_version v
      join resource r on r.id = v.resource_id
      join community c on c.id = r.community_id
      join access a on a.person_id = viewer() and a.community_id = r.community_id and a.reads
     where v.id = of_version and v.state = 'proposed'
       -- What is taken is taken in place of what it was compared with.
       and (seen is null or r.current = seen)
       and ((r.state in ('visible', 'queued')
             and (a.roles && '{moderator,core_team,chair}'
                  or (r.shared_by = viewer() and (not c.review_resources or v.number = 1))))
            -- Others do not read it before moderators have looked.
            or (r.shared_by = viewer() and v.made_by = viewer() and (r.state = 'hidden' or r.declined_at is not null)))
       for update of r, v;
    if not found then
        return false;
    end if;
    if accepted then
        if exists (select 1 from resource_version v
                    where v.resource_id = found_resource and v.state in ('current', 'earlier') and v.number > found_number) then
            select max(v.number) + 1 into found_number from resource_version v where v.resource_id = found_resource;
        end if;
        update resource_version v
           set sealed = true
          from resource r
         where r.id = found_resource and r.state <> 'visible' and v.resource_id = r.id and v.state in ('current', 'earlier');
        update resource_version set state = 'earlier' where resource_id = found_resource and state = 'current';
        update resource
           set current = found_number, changed_at = decided, revision = revision + 1,
               visibility = narrowest(visibility, written_for), official = official and curates(community_id)
         where id = found_resource;
    end if;
    update resource_version
       set state = case when accepted then 'current' else 'declined' end, number = found_number, answer = coalesce(said, ''),
           decided_by = viewer(), decided_at = decided
     where id = of_version;
    return true;
end $$;

-- What became of a resource that others do not read, when, and what moderators said about it; of one that waits again, why
-- it was not let in before.
drop function fate_of_resource(bigint);
create function fate_of_resource(of_resource bigint) returns table (act text, words text, at timestamptz)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select l.act, l.reason, l.at
      from (select x.act, x.reason, x.community_id, x.person_id, x.at
              from rounds.community_log x
             where x.content_id = of_resource and x.content_type = 'resource'
               and x.act in ('resource_hidden', 'resource_restored', 'resource_admitted', 'resource_declined', 'resource_deleted',
                             'hidden_by_report')
             order by x.at desc, x.id desc
             limit 1) l
      join rounds.resource r on r.id = of_resource
     where case r.state when 'hidden' then l.act in ('resource_hidden', 'hidden_by_report')
                        when 'queued' then l.act = 'resource_declined'
                        when 'deleted' then l.act = 'resource_deleted' or (l.act = 'resource_declined' and r.declined_at is not null) end
       and (l.person_id = viewer()
            or exists (select 1 from access a where a.person_id = viewer() and a.community_id = l.community_id and a.moderates))
$$;
