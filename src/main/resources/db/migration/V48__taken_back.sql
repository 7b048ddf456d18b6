-- A moderator who decided too fast takes it back: what was not let in waits again, and so does a version.

-- What its owner had asked before it was not let in, so that it waits again with the same words.
alter table declined_wording
    add column asked_at timestamptz,
    add column asked text not null default '' check (length(asked) <= 2000);

-- What is said of a resource at this moment, kept under its own id in place of what was kept of it before: moderators see
-- what has changed since they did not let it in, or hid it. Only for the functions below.
create function keep_whole(of_resource bigint, since timestamptz, asking timestamptz, said text) returns void
language sql security definer set search_path = rounds, pg_temp as $$
    delete from declined_wording where id = of_resource;
    insert into declined_wording (resource_id, community_id, id, kind, title, description, html, html_version, language,
                                  language_said, tags, keywords, authors, source, licence, journal, year, doi, pmid, abstract,
                                  adaptation, made_by, made_at, visibility, whole, current, answer, declined_by, declined_at, asked_at, asked)
    select r.id, r.community_id, r.id, r.kind, r.title, r.description, r.html, r.html_version, r.language,
           r.language_said, r.tags, r.keywords, r.authors, r.source, r.licence, r.journal, r.year, r.doi, r.pmid, r.abstract,
           r.adaptation, r.shared_by, r.changed_at, r.visibility, true, r.current, '', viewer(), since, asking, said
      from resource r
     where r.id = of_resource;
$$;
revoke execute on function keep_whole(bigint, timestamptz, timestamptz, text) from public;

create or replace function move_resource(of_resource bigint, was text, becomes text, seen int) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    asking timestamptz;
    said text;
    mine boolean;
begin
    select r.asked_at, r.asked, r.shared_by = viewer() into asking, said, mine
      from resource r
      join access a on a.person_id = viewer() and a.community_id = r.community_id and a.reads
     where r.id = of_resource and r.state = was and was <> 'deleted' and (seen is null or r.revision = seen)
       and (a.moderates or (becomes = 'deleted' and r.shared_by = viewer() and was in ('visible', 'queued')))
       for update of r;
    if not found then
        return false;
    end if;
    update resource
       set state = becomes, revision = revision + 1,
           changed_at = case when was = 'queued' and becomes = 'visible' then greatest(changed_at, now()) else changed_at end,
           declined_at = case when was = 'queued' and becomes = 'deleted' and not mine then now() end,
           asked_at = null, asked = ''
     where id = of_resource;
    if becomes = 'hidden' then
        perform keep_whole(of_resource, now(), null, '');
    elsif was = 'queued' and becomes = 'deleted' and not mine then
        perform keep_whole(of_resource, now(), asking, said);
    else
        delete from declined_wording where id = of_resource;
    end if;
    return true;
end $$;

create or replace function hide_reported_resource(of_resource bigint) returns boolean
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
    if not found then
        return false;
    end if;
    perform keep_whole(of_resource, now(), null, '');
    -- Who reported it stands nowhere else.
    update declined_wording set declined_by = null where id = of_resource;
    return true;
end $$;

-- A moderator leaves it hidden, as it is now.
create or replace function refuse_asked(of_resource bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    asking timestamptz;
begin
    select r.asked_at into asking
      from resource r
      join access a on a.person_id = viewer() and a.community_id = r.community_id and a.moderates
     where r.id = of_resource and r.state = 'hidden'
       for update of r;
    if not found then
        return false;
    end if;
    perform keep_whole(of_resource, now(), null, '');
    if asking is null then
        return false;
    end if;
    update resource set asked_at = null, asked = '', revision = revision + 1 where id = of_resource;
    return true;
end $$;

-- What was not let in waits again, as it did; for moderators, but of what is their own.
create function reopen_resource(of_resource bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource r
       set state = 'queued', declined_at = null, asked_at = w.asked_at, asked = coalesce(w.asked, ''), revision = r.revision + 1
      from access a, resource s
      left join declined_wording w on w.id = s.id
     where r.id = of_resource and s.id = r.id and r.state = 'deleted' and r.declined_at is not null and r.shared_by <> viewer()
       and a.person_id = viewer() and a.community_id = r.community_id and a.moderates;
    if not found then
        return false;
    end if;
    delete from declined_wording where id = of_resource;
    return true;
end $$;

-- A version that was not taken waits again; for those who decide about it, but of their own.
create function reopen_version(of_version bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update resource_version v
       set state = 'proposed', answer = '', decided_by = null, decided_at = null
      from resource r, community c, access a
     where v.id = of_version and v.state = 'declined' and v.made_by <> viewer()
       and r.id = v.resource_id and r.state in ('visible', 'queued') and c.id = r.community_id
       and a.person_id = viewer() and a.community_id = r.community_id and a.reads
       and (a.roles && '{moderator,core_team,chair}' or (r.shared_by = viewer() and not c.review_resources));
    return found;
end $$;

-- A decision that was taken back counts no more.
create or replace function fate_of_resource(of_resource bigint) returns table (act text, words text, at timestamptz)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select l.act, l.reason, l.at
      from (select y.act, y.reason, y.community_id, y.person_id, y.at
              from (select x.*, lead(x.act) over (order by x.at, x.id) as thereafter
                      from rounds.community_log x
                     where x.content_id = of_resource and x.content_type = 'resource'
                       and x.act in ('resource_hidden', 'resource_restored', 'resource_admitted', 'resource_declined', 'resource_deleted',
                                     'hidden_by_report', 'resource_reopened')) y
             where y.act <> 'resource_reopened' and y.thereafter is distinct from 'resource_reopened'
             order by y.at desc, y.id desc
             limit 1) l
      join rounds.resource r on r.id = of_resource
     where case r.state when 'hidden' then l.act in ('resource_hidden', 'hidden_by_report')
                        when 'queued' then l.act = 'resource_declined'
                        when 'deleted' then l.act = 'resource_deleted' or (l.act = 'resource_declined' and r.declined_at is not null) end
       and (l.person_id = viewer()
            or exists (select 1 from access a where a.person_id = viewer() and a.community_id = l.community_id and a.moderates))
$$;
