-- Focus topics: a question that a community pursues for a time, a living summary that cites its sources, a shelf in reading
-- order, what is still open, and what was agreed on.

create table topic (
    id           bigint      primary key,
    community_id bigint      not null references community on delete cascade,
    state        text        not null check (state in ('proposed', 'declined', 'withdrawn', 'open', 'synthesising', 'published', 'review', 'archived')),
    title        text        not null check (length(title) between 1 and 200),
    -- What it pursues, and why now.
    question     text        not null check (length(question) between 1 and 1000),
    why          text        not null default '' check (length(why) <= 2000),
    -- What shall be known or done when it ends, one line each.
    objectives   text[]      not null default '{}' check (cardinality(objectives) <= 10),
    tags         text[]      not null default '{}' check (cardinality(tags) <= 10),
    language     text        not null default 'en',
    starts_on    date,
    ends_on      date,
    -- Who looks at the summary again, and by when.
    owner_id     bigint      references person on delete set null,
    review_on    date,
    -- When somebody was told that the day has come.
    review_told_at timestamptz,
    proposed_by  bigint      not null references person,
    proposed_at  timestamptz not null,
    opened_at    timestamptz,
    published_at timestamptz,
    changed_at   timestamptz not null,
    -- The narrowest visibility that it was written under: widening a community shows nothing that was not meant to be seen.
    visibility   text        not null check (visibility in ('public', 'listed', 'private')),
    -- The number of the summary that stands; 0: none is written yet.
    summary      int         not null default 0,
    -- How many want it; kept by trigger.
    votes        int         not null default 0,
    -- How many used in practice what it says; kept by its function.
    practised    int         not null default 0,
    -- Whether another community reads it, or was asked to; kept by trigger.
    shared       boolean     not null default false,
    -- What its summary became when it ended.
    result_id    bigint      references resource on delete set null,
    -- Why it was declined, taken back or archived.
    ended        text        not null default '' check (length(ended) <= 2000),
    -- Raised by every change of its facts and its state; by every change of what stands on its shelf, and in which order.
    revision     int         not null default 0,
    arranged     int         not null default 0,
    arranged_by  bigint      references person on delete set null,
    source_id    text        unique,
    check (starts_on <= ends_on),
    check ((state in ('open', 'synthesising', 'published', 'review', 'archived')) = (opened_at is not null)),
    check ((state in ('published', 'review')) <= (summary > 0)),
    unique (id, community_id)
);
create index topic_in_order on topic (community_id, changed_at desc, id desc);
create index topic_proposed on topic (community_id, votes desc, proposed_at, id) where state = 'proposed';
create index topic_open on topic (community_id) where state in ('open', 'synthesising');
create index topic_by_tag on topic using gin (tags);
create index topic_to_review on topic (review_on, id) where state in ('published', 'review') and review_on is not null;
create index topic_by_result on topic (result_id) where result_id is not null;

-- Who tends it, besides those who may by their role.
create table topic_curator (
    topic_id     bigint      not null,
    person_id    bigint      not null references person on delete cascade,
    community_id bigint      not null,
    since        timestamptz not null,
    primary key (topic_id, person_id),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_curator_of on topic_curator (person_id);

create table topic_vote (
    topic_id     bigint      not null,
    person_id    bigint      not null references person on delete cascade,
    community_id bigint      not null,
    at           timestamptz not null,
    primary key (topic_id, person_id),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_vote_by_person on topic_vote (person_id);

-- The summary, version by version; the highest number stands.
create table topic_summary (
    topic_id     bigint      not null,
    number       int         not null check (number > 0),
    community_id bigint      not null,
    -- Markdown as it was written, and its HTML as the product makes it.
    body         text        not null check (length(body) <= 100000),
    html         text        not null,
    html_version int         not null,
    -- What changed, in a line.
    note         text        not null default '' check (length(note) <= 300),
    written_by   bigint      not null references person,
    -- Whose suggestion it takes in.
    suggested_by bigint      references person on delete set null,
    made_at      timestamptz not null,
    primary key (topic_id, number),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_summary_by_html_version on topic_summary (html_version, topic_id, number);

-- Which version somebody read last.
create table topic_reading (
    topic_id  bigint      not null references topic on delete cascade,
    person_id bigint      not null references person on delete cascade,
    number    int         not null check (number > 0),
    at        timestamptz not null,
    primary key (topic_id, person_id)
);
create index topic_reading_by_person on topic_reading (person_id);

-- What the standing summary cites, and since when a curator knows what the source says: what changed later marks the
-- sentence.
create table topic_citation (
    topic_id     bigint      not null,
    content_type text        not null check (content_type in ('discussion', 'post', 'resource', 'case_story')),
    content_id   bigint      not null,
    community_id bigint      not null,
    -- In which order they are cited first.
    ordinal      int         not null check (ordinal > 0),
    -- The page of a document.
    page         int         check (page > 0),
    seen_at      timestamptz not null,
    -- When curators were told that it changed or went.
    told_at      timestamptz,
    primary key (topic_id, content_type, content_id),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_citation_of on topic_citation (content_id, content_type);

-- A member would word the summary otherwise: the whole text as she wants it, made from one version.
create table topic_suggestion (
    id           bigint      primary key,
    topic_id     bigint      not null,
    community_id bigint      not null,
    -- The version that she changed.
    base         int         not null check (base >= 0),
    body         text        not null check (length(body) <= 100000),
    why          text        not null default '' check (length(why) <= 1000),
    made_by      bigint      not null references person,
    made_at      timestamptz not null,
    state        text        not null default 'waiting' check (state in ('waiting', 'accepted', 'declined', 'withdrawn')),
    decided_by   bigint      references person on delete set null,
    decided_at   timestamptz,
    reason       text        not null default '' check (length(reason) <= 1000),
    check ((state = 'waiting') = (decided_at is null)),
    check ((state = 'declined') <= (reason <> '')),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_suggestion_of on topic_suggestion (topic_id, made_at desc, id desc);
create index topic_suggestion_waits on topic_suggestion (community_id, made_at) where state = 'waiting';
create index topic_suggestion_by on topic_suggestion (made_by);

-- What stands on the shelf, in reading order, and what members would put there.
create table topic_entry (
    topic_id     bigint      not null,
    content_type text        not null check (content_type in ('discussion', 'post', 'resource', 'case_story')),
    content_id   bigint      not null,
    community_id bigint      not null,
    state        text        not null check (state in ('shelved', 'suggested')),
    -- Far apart, so that something is put between two others without touching them.
    place        bigint      not null,
    why          text        not null default '' check (length(why) <= 300),
    added_by     bigint      not null references person,
    added_at     timestamptz not null,
    primary key (topic_id, content_type, content_id),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_entry_in_order on topic_entry (topic_id, state, place, content_id);
create index topic_entry_of on topic_entry (content_id, content_type);
create index topic_entry_suggested on topic_entry (community_id, added_at) where state = 'suggested';

-- What nobody knows yet.
create table topic_question (
    id           bigint      primary key,
    topic_id     bigint      not null,
    community_id bigint      not null,
    words        text        not null check (length(words) between 1 and 500),
    state        text        not null default 'open' check (state in ('open', 'answered', 'dropped')),
    -- What answers it, in a line, and where.
    answer       text        not null default '' check (length(answer) <= 500),
    answer_type  text        check (answer_type in ('discussion', 'post', 'resource', 'case_story')),
    answer_id    bigint,
    place        bigint      not null,
    asked_by     bigint      not null references person,
    asked_at     timestamptz not null,
    closed_by    bigint      references person on delete set null,
    closed_at    timestamptz,
    check ((answer_type is null) = (answer_id is null)),
    check ((state = 'open') = (closed_at is null)),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_question_in_order on topic_question (topic_id, place, id);

-- A statement that is put to the members: they agree, agree with a concern, object with a reason, or leave it to others.
create table topic_agreement (
    id           bigint      primary key,
    topic_id     bigint      not null,
    community_id bigint      not null,
    -- The how-manieth of its topic.
    number       int         not null check (number > 0),
    statement    text        not null check (length(statement) between 1 and 4000),
    html         text        not null,
    html_version int         not null,
    put_by       bigint      not null references person,
    put_at       timestamptz not null,
    closes_at    timestamptz not null check (closes_at > put_at),
    state        text        not null default 'open' check (state in ('open', 'agreed', 'not_agreed', 'withdrawn')),
    closed_by    bigint      references person on delete set null,
    closed_at    timestamptz,
    -- What is said with the result: what became of the objections.
    outcome      text        not null default '' check (length(outcome) <= 1000),
    agreed       int         not null default 0,
    concerned    int         not null default 0,
    objected     int         not null default 0,
    abstained    int         not null default 0,
    unique (topic_id, number),
    check ((state = 'open') = (closed_at is null)),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create unique index topic_agreement_open on topic_agreement (topic_id) where state = 'open';
create index topic_agreement_by_html_version on topic_agreement (html_version, id);
create index topic_agreement_due on topic_agreement (closes_at, id) where state = 'open';

create table topic_stance (
    agreement_id bigint      not null references topic_agreement on delete cascade,
    person_id    bigint      not null references person on delete cascade,
    community_id bigint      not null references community on delete cascade,
    stance       text        not null check (stance in ('agree', 'concern', 'object', 'abstain')),
    reason       text        not null default '' check (length(reason) <= 1000),
    at           timestamptz not null,
    primary key (agreement_id, person_id),
    check ((stance in ('concern', 'object')) <= (reason <> ''))
);
create index topic_stance_newest on topic_stance (agreement_id, at desc, person_id desc);
create index topic_stance_by_person on topic_stance (person_id);

-- Another community reads the topic, by consent of both.
create table topic_guest (
    topic_id     bigint      not null,
    community_id bigint      not null,
    guest_id     bigint      not null references community on delete cascade,
    offered_by   bigint      not null references person,
    offered_at   timestamptz not null,
    accepted_by  bigint      references person on delete set null,
    accepted_at  timestamptz,
    primary key (topic_id, guest_id),
    check (guest_id <> community_id),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_guest_in on topic_guest (guest_id, offered_at desc);

-- That somebody used it with patients or colleagues, and what there is to know about that.
create table topic_practice (
    topic_id     bigint      not null,
    person_id    bigint      not null references person on delete cascade,
    community_id bigint      not null,
    note         text        not null default '' check (length(note) <= 500),
    at           timestamptz not null,
    primary key (topic_id, person_id),
    foreign key (topic_id, community_id) references topic (id, community_id) on delete cascade
);
create index topic_practice_newest on topic_practice (topic_id, at desc, person_id desc);
create index topic_practice_by_person on topic_practice (person_id);

alter table topic enable row level security;
alter table topic_curator enable row level security;
alter table topic_vote enable row level security;
alter table topic_summary enable row level security;
alter table topic_reading enable row level security;
alter table topic_citation enable row level security;
alter table topic_suggestion enable row level security;
alter table topic_entry enable row level security;
alter table topic_question enable row level security;
alter table topic_agreement enable row level security;
alter table topic_stance enable row level security;
alter table topic_guest enable row level security;
alter table topic_practice enable row level security;
grant select, insert, update, delete on topic, topic_curator, topic_vote, topic_summary, topic_reading, topic_citation, topic_suggestion,
    topic_entry, topic_question, topic_agreement, topic_stance, topic_guest, topic_practice to ${system};
create policy system_all on topic to ${system} using (true) with check (true);
create policy system_all on topic_curator to ${system} using (true) with check (true);
create policy system_all on topic_vote to ${system} using (true) with check (true);
create policy system_all on topic_summary to ${system} using (true) with check (true);
create policy system_all on topic_reading to ${system} using (true) with check (true);
create policy system_all on topic_citation to ${system} using (true) with check (true);
create policy system_all on topic_suggestion to ${system} using (true) with check (true);
create policy system_all on topic_entry to ${system} using (true) with check (true);
create policy system_all on topic_question to ${system} using (true) with check (true);
create policy system_all on topic_agreement to ${system} using (true) with check (true);
create policy system_all on topic_stance to ${system} using (true) with check (true);
create policy system_all on topic_guest to ${system} using (true) with check (true);
create policy system_all on topic_practice to ${system} using (true) with check (true);

-- Members of the community that has the topic know whom it was offered to; members of the other read what was accepted, and
-- its moderators what they are asked about.
create policy read on topic_guest for select to ${app} using (
    (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic_guest.community_id)
    or (select a.reads and (topic_guest.accepted_at is not null or a.moderates)
          from access a where a.person_id = (select viewer()) and a.community_id = topic_guest.guest_id));
grant select on topic_guest to ${app};

-- An open one is read as a discussion is, and by the communities that it is shown to; a proposal by the members; what was
-- declined or taken back by who proposed it and by those who could open it.
create policy read on topic for select to ${app} using (
    (opened_at is not null
     and ((visibility = 'public' and (select c.visibility from community c where c.id = topic.community_id) = 'public' and (select viewer()) is not null)
          or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic.community_id)
          or (shared and exists (select 1 from topic_guest g where g.topic_id = topic.id))))
    or (opened_at is null
        and (select a.reads and (topic.state = 'proposed' or topic.proposed_by = a.person_id or a.roles && '{moderator,core_team,chair}')
               from access a where a.person_id = (select viewer()) and a.community_id = topic.community_id)));

-- Whether the viewer tends this topic: by her role in the community, or because she was asked to.
create function curates_topic(of_topic bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (
        select 1 from topic t
          join access a on a.person_id = viewer() and a.community_id = t.community_id and a.reads
         where t.id = of_topic
           and (a.roles && '{moderator,core_team,chair}'
                or exists (select 1 from topic_curator u where u.topic_id = t.id and u.person_id = viewer())))
$$;

-- Whether she is a member of the community that has it, and it is under way.
create function takes_part_in_topic(of_topic bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (
        select 1 from topic t
          join access a on a.person_id = viewer() and a.community_id = t.community_id and a.reads
         where t.id = of_topic and t.state in ('open', 'synthesising', 'published', 'review'))
$$;

create policy propose on topic for insert to ${app} with check (
    proposed_by = (select viewer())
    and state = 'proposed'
    and visibility = (select c.visibility from community c where c.id = topic.community_id)
    and (select c.form = 'community' from community c where c.id = topic.community_id)
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic.community_id));
create policy change on topic for update to ${app} using (
    (select curates_topic(id))
    or (state = 'proposed' and proposed_by = (select viewer())
        and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic.community_id)));
grant select,
      insert (id, community_id, state, title, question, why, objectives, tags, language, starts_on, ends_on, proposed_by, proposed_at,
              changed_at, visibility),
      update (title, question, why, objectives, tags, language, starts_on, ends_on, owner_id, review_on, changed_at, summary, result_id,
              revision, arranged, arranged_by)
      on topic to ${app};

-- What the community is called that has a topic, for members of another to which it is shown: they may not know that one.
create function host_of_topic(of_topic bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select c.name
      from topic t
      join community c on c.id = t.community_id
     where t.id = of_topic
       and exists (
           select 1 from topic_guest g
             join access a on a.person_id = viewer() and a.community_id = g.guest_id and a.reads
            where g.topic_id = t.id and (g.accepted_at is not null or a.moderates))
$$;

-- What was done with a topic, for the members of its community: the log itself is for those who answer for that.
create function history_of_topic(of_topic bigint, most int)
returns table (id bigint, act text, actor_handle text, actor_name text, person_handle text, person_name text, detail text, reason text, at timestamptz)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select l.id, l.act, p.handle, p.name, q.handle, q.name, l.detail, l.reason, l.at
      from topic t
      join access a on a.person_id = viewer() and a.community_id = t.community_id and a.reads
      join community_log l on l.content_id = t.id and l.content_type = 'topic'
      left join person p on p.id = l.actor_id
      left join person q on q.id = l.person_id
     where t.id = of_topic
     order by l.at desc, l.id desc
     limit most
$$;

-- Its parts are read where it is.
create policy read on topic_curator for select to ${app} using ((select true from topic t where t.id = topic_curator.topic_id));
grant select on topic_curator to ${app};

-- Asks a member of the community to tend the topic, or to do so no longer.
create function name_curator(of_topic bigint, person bigint, tends boolean, at timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not curates_topic(of_topic) then
        return false;
    end if;
    if not tends then
        delete from topic_curator u where u.topic_id = of_topic and u.person_id = person;
        return found;
    end if;
    insert into topic_curator (topic_id, person_id, community_id, since)
    select t.id, person, t.community_id, name_curator.at
      from topic t
      join access a on a.person_id = person and a.community_id = t.community_id and a.reads
     where t.id = of_topic
    on conflict do nothing;
    return found;
end $$;

-- Votes are the members' own: others are told how many there are.
create policy read on topic_vote for select to ${app} using (
    (select true from topic t where t.id = topic_vote.topic_id)
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic_vote.community_id));
grant select on topic_vote to ${app};

-- Wants a proposal, or wants it no longer.
create function vote_for_topic(of_topic bigint, wanted boolean, at timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform 1
       from topic t
       join access a on a.person_id = viewer() and a.community_id = t.community_id and a.reads
      where t.id = of_topic and t.state = 'proposed';
    if not found then
        return false;
    end if;
    if wanted then
        insert into topic_vote (topic_id, person_id, community_id, at)
        select t.id, viewer(), t.community_id, vote_for_topic.at from topic t where t.id = of_topic
        on conflict do nothing;
    else
        delete from topic_vote v where v.topic_id = of_topic and v.person_id = viewer();
    end if;
    return true;
end $$;
create function count_votes() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        update topic set votes = votes + 1 where id = new.topic_id;
    else
        update topic set votes = votes - 1 where id = old.topic_id;
    end if;
    return null;
end $$;
create trigger count_votes after insert or delete on topic_vote for each row execute function count_votes();

-- The summary that stands is read where the topic is; what it said before, by members alone.
create policy read on topic_summary for select to ${app} using (
    (select t.summary = topic_summary.number
            or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic_summary.community_id)
       from topic t where t.id = topic_summary.topic_id));
create policy write on topic_summary for insert to ${app} with check (
    written_by = (select viewer())
    and (select curates_topic(topic_id))
    and (select t.state in ('open', 'synthesising', 'published', 'review') from topic t where t.id = topic_summary.topic_id));
grant select, insert on topic_summary to ${app};

create policy own on topic_reading to ${app} using (person_id = (select viewer())) with check (
    person_id = (select viewer())
    and (select true from topic t where t.id = topic_reading.topic_id));
grant select, insert, update (number, at) on topic_reading to ${app};

-- A citation is read where both are read: the topic and its source.
create policy read on topic_citation for select to ${app} using (
    (select true from topic t where t.id = topic_citation.topic_id)
    and case content_type
            when 'discussion' then (select true from discussion d where d.id = topic_citation.content_id)
            when 'post' then (select true from post p where p.id = topic_citation.content_id)
            when 'resource' then (select true from resource r where r.id = topic_citation.content_id)
            else (select true from case_story s where s.id = topic_citation.content_id)
        end);
grant select on topic_citation to ${app};

-- Keeps what the standing summary cites, in its order, also what its curator may not read: what was cited before keeps the day on
-- which somebody looked at it last.
create function cite_in_topic(of_topic bigint, types text[], ids bigint[], pages int[], seen timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not curates_topic(of_topic) then
        return false;
    end if;
    delete from topic_citation c
     where c.topic_id = of_topic
       and not exists (select 1 from unnest(types, ids) as n (type, id) where n.type = c.content_type and n.id = c.content_id);
    insert into topic_citation as c (topic_id, content_type, content_id, community_id, ordinal, page, seen_at)
    select t.id, n.type, n.id, t.community_id, n.ordinal, n.page, seen
      from topic t
     cross join unnest(types, ids, pages) with ordinality as n (type, id, page, ordinal)
     where t.id = of_topic
    on conflict (topic_id, content_type, content_id) do update set ordinal = excluded.ordinal, page = excluded.page;
    return true;
end $$;

-- Says that who tends it knows what a source says now; of all of them where `type` is null.
create function look_at_citations(of_topic bigint, type text, id bigint, seen timestamptz) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    looked int := 0;
begin
    if curates_topic(of_topic) then
        update topic_citation c set seen_at = seen, told_at = null
         where c.topic_id = of_topic and (look_at_citations.type is null or (c.content_type = look_at_citations.type and c.content_id = look_at_citations.id));
        get diagnostics looked = row_count;
    end if;
    return looked;
end $$;

-- Everything that the standing summary cites, for who tends it: also what she may not read or what is gone.
create function citations_of_topic(of_topic bigint)
returns table (content_type text, content_id bigint, ordinal int, page int, seen_at timestamptz)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select c.content_type, c.content_id, c.ordinal, c.page, c.seen_at
      from topic_citation c
     where c.topic_id = of_topic and curates_topic(of_topic)
$$;

-- Suggestions and what became of them are the members' own.
create policy read on topic_suggestion for select to ${app} using (
    (select true from topic t where t.id = topic_suggestion.topic_id)
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic_suggestion.community_id));
create policy make on topic_suggestion for insert to ${app} with check (
    made_by = (select viewer()) and state = 'waiting' and (select takes_part_in_topic(topic_id)));
create policy settle on topic_suggestion for update to ${app} using (
    state = 'waiting' and (made_by = (select viewer()) or (select curates_topic(topic_id))))
    with check (true);
grant select, insert (id, topic_id, community_id, base, body, why, made_by, made_at),
      update (state, decided_by, decided_at, reason) on topic_suggestion to ${app};

-- What stands on the shelf is read where both are read; what is only suggested, by members.
create policy read on topic_entry for select to ${app} using (
    (select true from topic t where t.id = topic_entry.topic_id)
    and (state = 'shelved'
         or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic_entry.community_id))
    and case content_type
            when 'discussion' then (select true from discussion d where d.id = topic_entry.content_id)
            when 'post' then (select true from post p where p.id = topic_entry.content_id)
            when 'resource' then (select true from resource r where r.id = topic_entry.content_id)
            else (select true from case_story s where s.id = topic_entry.content_id)
        end);
create policy put on topic_entry for insert to ${app} with check (
    added_by = (select viewer())
    and ((select curates_topic(topic_id)) or (state = 'suggested' and (select takes_part_in_topic(topic_id))))
    and case content_type
            when 'discussion' then (select true from discussion d where d.id = topic_entry.content_id)
            when 'post' then (select true from post p where p.id = topic_entry.content_id)
            when 'resource' then (select true from resource r where r.id = topic_entry.content_id)
            else (select true from case_story s where s.id = topic_entry.content_id)
        end);
create policy arrange on topic_entry for update to ${app} using ((select curates_topic(topic_id)));
create policy take on topic_entry for delete to ${app} using (
    (select curates_topic(topic_id)) or (state = 'suggested' and added_by = (select viewer())));
grant select, delete, insert (topic_id, content_type, content_id, community_id, state, place, why, added_by, added_at),
      update (state, place, why) on topic_entry to ${app};

-- How many stand on the shelf, for who tends it: also what she does not see, because it is hidden, withdrawn or none of hers.
create function shelved_on_topic(of_topic bigint) returns int
language sql stable security definer set search_path = rounds, pg_temp as $$
    select count(*)::int from topic_entry e where e.topic_id = of_topic and e.state = 'shelved' and curates_topic(of_topic)
$$;

-- Puts everything on a shelf far apart again, as it stands: also what who tends it does not see.
create function space_shelf(of_topic bigint, apart bigint) returns void
language sql security definer set search_path = rounds, pg_temp as $$
    update topic_entry e
       set place = n.number * apart
      from (select o.content_type, o.content_id, row_number() over (order by o.place, o.content_id) as number
              from topic_entry o
             where o.topic_id = of_topic and o.state = 'shelved') n
     where e.topic_id = of_topic and e.content_type = n.content_type and e.content_id = n.content_id and curates_topic(of_topic)
$$;

create policy read on topic_question for select to ${app} using ((select true from topic t where t.id = topic_question.topic_id));
create policy ask on topic_question for insert to ${app} with check (
    asked_by = (select viewer()) and state = 'open' and (select takes_part_in_topic(topic_id)));
create policy close on topic_question for update to ${app} using (
    (select curates_topic(topic_id)) or (asked_by = (select viewer()) and (select takes_part_in_topic(topic_id))));
grant select, insert (id, topic_id, community_id, words, place, asked_by, asked_at),
      update (words, state, answer, answer_type, answer_id, place, closed_by, closed_at) on topic_question to ${app};

-- What was put to the members and how many said what is read where the topic is; who said what, by members alone.
create policy read on topic_agreement for select to ${app} using ((select true from topic t where t.id = topic_agreement.topic_id));
create policy put on topic_agreement for insert to ${app} with check (
    put_by = (select viewer()) and state = 'open' and (select curates_topic(topic_id)) and (select takes_part_in_topic(topic_id)));
create policy close on topic_agreement for update to ${app} using (state = 'open' and (select curates_topic(topic_id))) with check (true);
grant select, insert (id, topic_id, community_id, number, statement, html, html_version, put_by, put_at, closes_at),
      update (state, closed_by, closed_at, outcome) on topic_agreement to ${app};

create policy read on topic_stance for select to ${app} using (
    (select true from topic_agreement g where g.id = topic_stance.agreement_id)
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic_stance.community_id));
grant select on topic_stance to ${app};

-- Says what the viewer thinks of an open statement, or takes it back where `said` is null.
create function stand_on_agreement(of_agreement bigint, said text, why text, at timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    here bigint;
begin
    select g.community_id into here
      from topic_agreement g
      join topic t on t.id = g.topic_id and t.state in ('open', 'synthesising', 'published', 'review')
      join access a on a.person_id = viewer() and a.community_id = g.community_id and a.reads
     where g.id = of_agreement and g.state = 'open' and g.closes_at > stand_on_agreement.at
       for update of g;
    if not found then
        return false;
    end if;
    if said is null then
        delete from topic_stance s where s.agreement_id = of_agreement and s.person_id = viewer();
    else
        insert into topic_stance as s (agreement_id, person_id, community_id, stance, reason, at)
        values (of_agreement, viewer(), here, said, why, stand_on_agreement.at)
        on conflict (agreement_id, person_id) do update set stance = excluded.stance, reason = excluded.reason, at = excluded.at;
    end if;
    update topic_agreement g
       set agreed = n.agreed, concerned = n.concerned, objected = n.objected, abstained = n.abstained
      from (select count(*) filter (where s.stance = 'agree') as agreed, count(*) filter (where s.stance = 'concern') as concerned,
                   count(*) filter (where s.stance = 'object') as objected, count(*) filter (where s.stance = 'abstain') as abstained
              from topic_stance s where s.agreement_id = of_agreement) n
     where g.id = of_agreement;
    return true;
end $$;

-- Who used it is read by members, and where all the world reads the topic; the guests to whom it is shown are told how many.
create policy read on topic_practice for select to ${app} using (
    (select (t.visibility = 'public' and (select c.visibility from community c where c.id = t.community_id) = 'public')
            or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = topic_practice.community_id)
       from topic t where t.id = topic_practice.topic_id));
grant select on topic_practice to ${app};

-- The viewer used in practice what a summary says: one note a person, the newest words stand; `used` null takes it back.
create function practise_topic(of_topic bigint, words text, used timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    step int := 0;
begin
    if used is null then
        delete from topic_practice p where p.topic_id = of_topic and p.person_id = viewer();
        get diagnostics step = row_count;
        update topic set practised = practised - step where id = of_topic and step > 0;
        return step > 0;
    end if;
    if not exists (select 1 from topic t
                     join access a on a.person_id = viewer() and a.community_id = t.community_id and a.reads
                    where t.id = of_topic and t.summary > 0 and t.opened_at is not null) then
        return false;
    end if;
    insert into topic_practice (topic_id, person_id, community_id, note, at)
    select t.id, viewer(), t.community_id, words, used from topic t where t.id = of_topic
    on conflict do nothing;
    get diagnostics step = row_count;
    if step = 0 then
        update topic_practice p set note = words, at = used where p.topic_id = of_topic and p.person_id = viewer();
    else
        update topic set practised = practised + 1 where id = of_topic;
    end if;
    return true;
end $$;

-- What is written while a community is narrow stays narrow when it is widened.
create function narrow_topic() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    new.visibility := narrowest(new.visibility, (select c.visibility from community c where c.id = new.community_id));
    return new;
end $$;
create trigger narrow_topic before update of title, question, why, objectives, summary on topic
    for each row execute function narrow_topic();
create trigger main_tags before insert or update of tags on topic
    for each row execute function main_tags();

-- So does what is gathered around it.
create function narrow_its_topic() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update topic t
       set visibility = narrowest(t.visibility, c.visibility)
      from community c
     where t.id = new.topic_id and c.id = t.community_id and t.visibility <> narrowest(t.visibility, c.visibility);
    return null;
end $$;
create trigger narrow_its_topic after insert or update on topic_entry for each row execute function narrow_its_topic();
create trigger narrow_its_topic after insert or update on topic_question for each row execute function narrow_its_topic();
create trigger narrow_its_topic after insert or update of outcome on topic_agreement for each row execute function narrow_its_topic();
create trigger narrow_its_topic after insert or update on topic_practice for each row execute function narrow_its_topic();

-- Who tends it opens the words that stand to everybody who reads the community now.
create function widen_topic(of_topic bigint, seen int) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update topic t
       set visibility = c.visibility, revision = t.revision + 1
      from community c
     where t.id = of_topic and c.id = t.community_id and t.revision = seen and t.opened_at is not null and curates_topic(of_topic);
    return found;
end $$;

-- Moves a topic on. Its proposer takes back what nobody opened; by her role somebody opens or declines it; who tends it
-- takes every other step.
create function move_topic(of_topic bigint, seen int, was text, becomes text, words text, moved timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update topic t
       set state = becomes, revision = t.revision + 1, changed_at = moved, ended = words,
           opened_at = case when becomes in ('open', 'synthesising', 'published', 'review', 'archived') then coalesce(t.opened_at, moved) end,
           published_at = case when becomes = 'published' then coalesce(t.published_at, moved) else t.published_at end
      from access a
     where t.id = of_topic and t.state = was and t.revision = seen
       and a.person_id = viewer() and a.community_id = t.community_id and a.reads
       and case
               when was = 'proposed' and becomes = 'withdrawn' then t.proposed_by = viewer()
               when was = 'proposed' and becomes = 'declined' then a.roles && '{moderator,core_team,chair}' and words <> ''
               when was in ('proposed', 'declined') and becomes = 'open' then a.roles && '{moderator,core_team,chair}'
               when was = 'declined' and becomes = 'proposed' then a.roles && '{moderator,core_team,chair}'
               when was = 'open' and becomes = 'synthesising'
                 or was = 'synthesising' and becomes = 'open'
                 or was in ('open', 'synthesising', 'review') and becomes = 'published' and t.summary > 0
                 or was = 'published' and becomes in ('review', 'synthesising')
                 or was in ('open', 'synthesising', 'published', 'review') and becomes = 'archived'
                 or was = 'archived' and becomes = 'open' then curates_topic(of_topic)
               else false
           end;
    return found;
end $$;

-- Offers a topic to another community, or ends that; its moderators accept, or decline and leave.
create function offer_topic(of_topic bigint, guest bigint, offered timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    insert into topic_guest (topic_id, community_id, guest_id, offered_by, offered_at)
    select t.id, t.community_id, c.id, viewer(), offered
      from topic t
      join community c on c.id = guest and c.form = 'community' and c.id <> t.community_id
      join access a on a.person_id = viewer() and a.community_id = t.community_id and a.reads and a.roles && '{moderator,core_team,chair}'
     where t.id = of_topic and t.opened_at is not null
    on conflict do nothing;
    return found;
end $$;
create function accept_topic(of_topic bigint, guest bigint, accepted timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update topic_guest g
       set accepted_by = viewer(), accepted_at = accepted
      from access a
     where g.topic_id = of_topic and g.guest_id = guest and g.accepted_at is null
       and a.person_id = viewer() and a.community_id = g.guest_id and a.reads and a.moderates;
    return found;
end $$;
create function end_guest(of_topic bigint, guest bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    delete from topic_guest g
     using access a
     where g.topic_id = of_topic and g.guest_id = guest
       and a.person_id = viewer() and a.reads
       and (a.community_id = g.guest_id and a.moderates
            or a.community_id = g.community_id and a.roles && '{moderator,core_team,chair}');
    return found;
end $$;
create function mark_shared() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update topic t set shared = exists (select 1 from topic_guest g where g.topic_id = t.id)
     where t.id = coalesce(new.topic_id, old.topic_id);
    return null;
end $$;
create trigger mark_shared after insert or delete on topic_guest for each row execute function mark_shared();

-- Whoever may open a topic is told of a proposal; whoever wanted it, follows it or tends it, of what became of it.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check
    check (reason in ('reply', 'mention', 'post', 'discussion', 'announcement', 'mark', 'helped', 'tried', 'poll',
                      'approved', 'declined', 'hidden', 'restored', 'deleted', 'moved', 'corrected',
                      'resource_waits', 'resource_asked', 'version', 'version_proposed', 'version_taken', 'version_declined', 'version_left',
                      'words_proposed', 'words_taken', 'words_declined', 'file_asked', 'file_found', 'case_waits', 'case_later', 'case_edited',
                      'topic_proposed', 'topic_opened', 'topic_declined', 'topic_published', 'topic_summary', 'topic_source', 'topic_suggested',
                      'topic_suggestion_taken', 'topic_suggestion_declined', 'topic_review_due',
                      'admitted', 'role', 'removed', 'request', 'reported', 'verdict', 'reminder'));

-- Topics are saved and followed as resources and stories are.
alter table bookmark drop constraint bookmark_content_type_check;
alter table bookmark add constraint bookmark_content_type_check
    check (content_type in ('discussion', 'post', 'resource', 'case_story', 'topic'));
alter table bookmark drop constraint bookmark_place;
alter table bookmark add constraint bookmark_place check ((discussion_id is null) = (content_type in ('resource', 'case_story', 'topic')));
drop policy keep on bookmark;
create policy keep on bookmark for insert to ${app} with check (
    person_id = (select viewer())
    and case content_type
            when 'resource' then (select true from resource r where r.id = bookmark.content_id)
            when 'case_story' then (select true from case_story s where s.id = bookmark.content_id)
            when 'topic' then (select true from topic t where t.id = bookmark.content_id)
            else (select true from discussion d where d.id = bookmark.discussion_id)
        end);
alter table watch drop constraint watch_target_check;
alter table watch add constraint watch_target_check
    check (target in ('community', 'tag', 'discussion', 'person', 'resource', 'case_story', 'topic'));
alter table watch add check (target <> 'topic' or level = 'every');
alter policy begin on watch with check (
    person_id = (select viewer())
    and case target
            when 'discussion' then (select true from discussion d where d.id = watch.target_id)
            when 'person' then (select true from person p where p.id = watch.target_id)
            when 'resource' then (select true from resource r where r.id = watch.target_id)
            when 'case_story' then (select true from case_story s where s.id = watch.target_id)
            when 'topic' then (select true from topic t where t.id = watch.target_id)
            else (select true from community c where c.id = watch.target_id)
        end);
