-- Case stories: what happened, what was done, what came of it and what was learned, told so that nobody is known by it.

-- Where a community wants it, somebody else reads a story before the others do.
alter table community add column second_reader boolean not null default false;
grant update (second_reader) on community to ${app};

create table case_story (
    id             bigint      primary key,
    community_id   bigint      not null references community on delete cascade,
    state          text        not null check (state in ('draft', 'queued', 'visible', 'hidden', 'withdrawn')),
    -- Whose story it is. The pages' role cannot ask for it: what others may know stands in signed_by, and who else may
    -- know is told by writer_of.
    written_by     bigint      not null references person,
    named          boolean     not null default true,
    signed_by      bigint      generated always as (case when named then written_by end) stored,
    title          text        not null default '' check (length(title) <= 200),
    language       text        not null default 'en',
    outcome        text        check (outcome in ('success', 'failure', 'mixed')),
    setting        text        check (setting in ('home', 'practice', 'hospital', 'emergency', 'long_term_care', 'assisted_living',
                                                  'community', 'virtual', 'other')),
    practice       text        not null default '' check (length(practice) <= 200),
    conditions     text[]      not null default '{}' check (cardinality(conditions) <= 10),
    tags           text[]      not null default '{}' check (cardinality(tags) <= 10),
    -- What others can take from it, one line each.
    learning       text[]      not null default '{}' check (cardinality(learning) <= 5),
    -- Who took part, and at the same place of the other how they worked together.
    took_part      text[]      not null default '{}' check (cardinality(took_part) <= 20),
    worked_by      text[]      not null default '{}' check (worked_by <@ '{consultation,coordination,collaboration}'),
    led            text        not null default '' check (length(led) <= 200),
    -- Whether the patient was asked how she sees it.
    patient_view   text        check (patient_view in ('yes', 'no', 'not_possible')),
    patient_words  text        not null default '' check (length(patient_words) <= 500),
    -- The author's own choice: for members alone, however open the community is.
    members_only   boolean     not null default false,
    -- The visibility that it was published under: widening a community shows nothing that was not meant to be seen.
    visibility     text        not null check (visibility in ('public', 'listed', 'private')),
    -- Whom the author asked to read it first; a moderator may do so unasked.
    asked          bigint      references person on delete set null,
    started_at     timestamptz not null,
    changed_at     timestamptz not null,
    published_at   timestamptz,
    -- Raised whenever something is said in it or becomes of it, but for its parts while it is a draft.
    revision       int         not null default 0,
    -- When something was last said in it: what a moderator has looked at before says nothing of later words.
    worded_at      timestamptz not null default now(),
    withdrawn      text        not null default '' check (length(withdrawn) <= 2000),
    -- How many people have tried it; how many thanked for it, and how many would do the same.
    tried          int         not null default 0,
    thanked        int         not null default 0,
    same           int         not null default 0,
    source_id      text        unique,
    check (cardinality(took_part) = cardinality(worked_by)),
    check (state = 'draft' or (title <> '' and outcome is not null and cardinality(learning) > 0)),
    check ((state in ('visible', 'hidden')) <= (published_at is not null))
);
create index case_story_newest on case_story (community_id, published_at desc, id desc) where state = 'visible';
create index case_story_by_condition on case_story using gin (conditions);
create index case_story_by_tag on case_story using gin (tags);
create index case_story_signed on case_story (signed_by, published_at desc, id desc) where signed_by is not null;
create index case_story_of on case_story (written_by, changed_at desc, id desc);
create index case_story_in on case_story (community_id, id);
create index case_story_waits on case_story (community_id, changed_at, id) where state = 'queued';
create index case_story_hidden on case_story (community_id, published_at desc, id desc) where state = 'hidden';

-- The parts of a story. Each has a revision of its own, so that two windows meet in the part that both write, and
-- nowhere else.
create table case_section (
    story_id     bigint not null references case_story on delete cascade,
    community_id bigint not null references community on delete cascade,
    part         text   not null check (part in ('matters', 'story', 'context', 'tried', 'departed', 'came', 'measures', 'questions', 'sources')),
    -- Markdown as it was typed; its HTML as the product makes it, empty while it is a draft.
    body         text   not null check (length(body) <= 20000),
    html         text   not null default '',
    html_version int    not null default 0,
    revision     int    not null default 1,
    primary key (story_id, part)
);
create index case_section_in on case_section (community_id);

-- By what right the case is told. Nobody reads it but the author and the moderators who answer for the community.
create table case_authority (
    story_id     bigint      primary key references case_story on delete cascade,
    community_id bigint      not null references community on delete cascade,
    ground       text        not null check (ground in ('consent_patient', 'consent_other', 'policy', 'composite', 'ethics')),
    -- Whose consent it is, where it is not the patient's.
    of_whom      text        not null default '' check (length(of_whom) <= 200),
    given_on     date,
    reference    text        not null default '' check (length(reference) <= 200),
    said_at      timestamptz not null,
    check ((ground = 'consent_other') <= (of_whom <> ''))
);

-- Something in a story looked as if it named somebody, and its author says why it does not. It quotes what it speaks of.
create table case_confirmation (
    id           bigint      primary key,
    story_id     bigint      not null references case_story on delete cascade,
    community_id bigint      not null references community on delete cascade,
    field        text        not null check (length(field) between 1 and 40),
    kind         text        not null check (length(kind) between 1 and 40),
    passage      text        not null check (length(passage) between 1 and 500),
    reason       text        not null check (length(reason) between 1 and 500),
    said_at      timestamptz not null,
    unique (story_id, field, passage)
);

create table case_review (
    id           bigint      primary key,
    story_id     bigint      not null references case_story on delete cascade,
    community_id bigint      not null references community on delete cascade,
    reader_id    bigint      not null references person,
    verdict      text        not null check (verdict in ('released', 'returned')),
    comment      text        not null default '' check (length(comment) <= 2000),
    at           timestamptz not null,
    check ((verdict = 'returned') <= (comment <> ''))
);
create index case_review_of on case_review (story_id, at desc);

-- What became of it later.
create table case_follow_up (
    id           bigint      primary key,
    story_id     bigint      not null references case_story on delete cascade,
    community_id bigint      not null references community on delete cascade,
    -- Since the end of what the story tells.
    months       int         not null check (months between 0 and 600),
    body         text        not null check (length(body) between 1 and 5000),
    html         text        not null,
    html_version int         not null,
    at           timestamptz not null
);
create index case_follow_up_of on case_follow_up (story_id, at);

-- Somebody tried the same, and how it went: once a person, and counted by setting.
create table case_trial (
    story_id     bigint      not null references case_story on delete cascade,
    person_id    bigint      not null references person on delete cascade,
    community_id bigint      not null references community on delete cascade,
    result       text        not null check (result in ('worked', 'partly', 'not')),
    setting      text        not null check (setting in ('home', 'practice', 'hospital', 'emergency', 'long_term_care', 'assisted_living',
                                                         'community', 'virtual', 'other')),
    note         text        not null default '' check (length(note) <= 500),
    at           timestamptz not null,
    primary key (story_id, person_id)
);
create index case_trial_newest on case_trial (story_id, at desc, person_id desc);
create index case_trial_by_person on case_trial (person_id);

-- A quiet word: thanks, or that she would do the same.
create table case_word (
    story_id     bigint      not null references case_story on delete cascade,
    person_id    bigint      not null references person on delete cascade,
    community_id bigint      not null references community on delete cascade,
    word         text        not null check (word in ('thanks', 'same')),
    at           timestamptz not null,
    primary key (story_id, person_id, word)
);
create index case_word_by_person on case_word (person_id);

-- What a published story said before it was edited. What was taken out may be what named somebody: so only its author
-- and moderators read it.
create table case_revision (
    story_id     bigint      not null references case_story on delete cascade,
    community_id bigint      not null references community on delete cascade,
    revision     int         not null,
    words        jsonb       not null,
    made_at      timestamptz not null,
    primary key (story_id, revision)
);

alter table case_story enable row level security;
alter table case_section enable row level security;
alter table case_authority enable row level security;
alter table case_confirmation enable row level security;
alter table case_review enable row level security;
alter table case_follow_up enable row level security;
alter table case_trial enable row level security;
alter table case_word enable row level security;
alter table case_revision enable row level security;
grant select, insert, update, delete on case_story, case_section, case_authority, case_confirmation, case_review, case_follow_up,
    case_trial, case_word, case_revision to ${system};
create policy system_all on case_story to ${system} using (true) with check (true);
create policy system_all on case_section to ${system} using (true) with check (true);
create policy system_all on case_authority to ${system} using (true) with check (true);
create policy system_all on case_confirmation to ${system} using (true) with check (true);
create policy system_all on case_review to ${system} using (true) with check (true);
create policy system_all on case_follow_up to ${system} using (true) with check (true);
create policy system_all on case_trial to ${system} using (true) with check (true);
create policy system_all on case_word to ${system} using (true) with check (true);
create policy system_all on case_revision to ${system} using (true) with check (true);

-- A published one is read as a discussion is; a draft by its author alone; what waits, was hidden or withdrawn by its
-- author and by moderators; what waits also by whoever was asked to read it. Only as long as she is in the community.
create policy read on case_story for select to ${app} using (
    (state = 'visible'
     and ((visibility = 'public' and (select c.visibility from community c where c.id = case_story.community_id) = 'public' and (select viewer()) is not null)
          or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = case_story.community_id)))
    or (state <> 'visible'
        and (select a.reads and (case_story.written_by = a.person_id
                                 or (case_story.state <> 'draft' and a.moderates)
                                 or (case_story.state = 'queued' and case_story.asked = a.person_id))
               from access a where a.person_id = (select viewer()) and a.community_id = case_story.community_id)));
create policy begin on case_story for insert to ${app} with check (
    written_by = (select viewer())
    and state = 'draft'
    and (select c.form = 'community' from community c where c.id = case_story.community_id)
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = case_story.community_id));
create policy word on case_story for update to ${app} using (
    written_by = (select viewer())
    and state in ('draft', 'visible')
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = case_story.community_id));
create policy throw_away on case_story for delete to ${app} using (
    written_by = (select viewer())
    and state = 'draft'
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = case_story.community_id));
-- All columns but written_by.
grant select (id, community_id, state, named, signed_by, title, language, outcome, setting, practice, conditions, tags, learning,
              took_part, worked_by, led, patient_view, patient_words, members_only, visibility, asked, started_at, changed_at,
              published_at, revision, worded_at, withdrawn, tried, thanked, same, source_id),
      insert (id, community_id, state, written_by, named, title, language, members_only, visibility, started_at, changed_at),
      update (named, title, language, outcome, setting, practice, conditions, tags, learning, took_part, worked_by, led, patient_view,
              patient_words, members_only, changed_at, revision),
      delete on case_story to ${app};

-- Who wrote a story, for those who may know it though it is not signed: herself, and moderators once it is no draft.
create function writer_of(story bigint) returns bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select s.written_by
      from case_story s
      join access a on a.person_id = viewer() and a.community_id = s.community_id and a.reads
     where s.id = writer_of.story and (s.written_by = viewer() or (s.state <> 'draft' and a.moderates))
$$;

-- The viewer's own stories, the one written in last first; not of where she is no longer.
create function own_case_stories(at_most int) returns setof bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select s.id
      from case_story s
      join access a on a.person_id = viewer() and a.community_id = s.community_id and a.reads
     where s.written_by = viewer()
     order by s.changed_at desc, s.id desc
     limit at_most
$$;

-- Whether the viewer may write in it now.
create function words_case(story bigint) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
    select exists (
        select 1 from case_story s
          join access a on a.person_id = viewer() and a.community_id = s.community_id and a.reads
         where s.id = words_case.story and s.written_by = viewer() and s.state in ('draft', 'visible'))
$$;

create policy read on case_section for select to ${app} using (
    (select true from case_story s where s.id = case_section.story_id));
create policy begin on case_section for insert to ${app} with check (
    words_case(story_id)
    and community_id = (select s.community_id from case_story s where s.id = case_section.story_id));
create policy word on case_section for update to ${app} using (words_case(story_id));
create policy strike on case_section for delete to ${app} using (words_case(story_id));
grant select,
      insert (story_id, community_id, part, body, html, html_version),
      update (body, html, html_version, revision),
      delete on case_section to ${app};

create policy read on case_authority for select to ${app} using ((select writer_of(story_id)) is not null);
create policy say on case_authority for insert to ${app} with check (
    words_case(story_id)
    and community_id = (select s.community_id from case_story s where s.id = case_authority.story_id));
create policy say_again on case_authority for update to ${app} using (words_case(story_id));
grant select, insert, update (ground, of_whom, given_on, reference, said_at) on case_authority to ${app};

create policy read on case_confirmation for select to ${app} using ((select writer_of(story_id)) is not null);
create policy say on case_confirmation for insert to ${app} with check (
    words_case(story_id)
    and community_id = (select s.community_id from case_story s where s.id = case_confirmation.story_id));
create policy take_back on case_confirmation for delete to ${app} using (words_case(story_id));
grant select, insert, delete on case_confirmation to ${app};

create policy read on case_review for select to ${app} using ((select writer_of(story_id)) is not null);
grant select on case_review to ${app};

create policy read on case_revision for select to ${app} using ((select writer_of(story_id)) is not null);
grant select on case_revision to ${app};

create policy read on case_follow_up for select to ${app} using (
    (select true from case_story s where s.id = case_follow_up.story_id));
create policy add on case_follow_up for insert to ${app} with check (
    words_case(story_id)
    and (select s.state = 'visible' and s.community_id = case_follow_up.community_id
           from case_story s where s.id = case_follow_up.story_id));
create policy strike on case_follow_up for delete to ${app} using (words_case(story_id));
grant select, insert, delete on case_follow_up to ${app};

-- Read where the story is; written below only.
create policy read on case_trial for select to ${app} using (
    (select true from case_story s where s.id = case_trial.story_id));
grant select on case_trial to ${app};
create policy read on case_word for select to ${app} using (
    person_id = (select viewer()) and (select true from case_story s where s.id = case_word.story_id));
grant select on case_word to ${app};

-- What is written while a community is narrow stays narrow when it is widened, and what was once for members alone stays so.
create function narrow_case() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    its_community text;
begin
    if new.state <> 'draft' then
        select c.visibility into its_community from community c where c.id = new.community_id;
        new.visibility := narrowest(narrowest(new.visibility, its_community), case when new.members_only then 'private' else 'public' end);
        if new.changed_at is distinct from old.changed_at then
            new.worded_at := clock_timestamp();
        end if;
    end if;
    return new;
end $$;
create trigger narrow_case before update on case_story for each row execute function narrow_case();

-- It carries the tags that its community says are the main ones.
create trigger main_tags before insert or update of tags on case_story
    for each row execute function main_tags();

-- A draft becomes readable, or waits where the community wants somebody else to read it first. Only with a right to tell
-- it and something told; `seen` is the revision that was checked.
create function publish_case(of_story bigint, seen int, reader bigint, published timestamptz) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    here bigint;
    waits boolean;
    widest text;
    becomes text;
begin
    select s.community_id, c.second_reader, c.visibility into here, waits, widest
      from case_story s
      join community c on c.id = s.community_id
      join access a on a.person_id = viewer() and a.community_id = s.community_id and a.reads
     where s.id = of_story and s.written_by = viewer() and s.state = 'draft' and s.revision = seen
       and exists (select 1 from case_authority r where r.story_id = s.id)
       and exists (select 1 from case_section p where p.story_id = s.id and p.part = 'story' and p.body ~ '\S')
       for update of s;
    if not found then
        return null;
    end if;
    if reader is not null
       and (reader = viewer()
            or not exists (select 1 from access a where a.person_id = reader and a.community_id = here and a.reads)) then
        return null;
    end if;
    becomes := case when waits then 'queued' else 'visible' end;
    update case_story
       set state = becomes, revision = revision + 1, visibility = widest, changed_at = published,
           asked = case when waits then reader end,
           published_at = case when waits then published_at else published end
     where id = of_story;
    return becomes;
end $$;

-- The second reader lets it out, or gives it back with words: a moderator, or who was asked; never its author.
create function review_case(of_story bigint, seen int, said text, words text, entry bigint, decided timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    here bigint;
begin
    select s.community_id into here
      from case_story s
      join access a on a.person_id = viewer() and a.community_id = s.community_id and a.reads
     where s.id = of_story and s.state = 'queued' and s.revision = seen and s.written_by <> viewer()
       and (a.moderates or s.asked = viewer())
       for update of s;
    if not found then
        return false;
    end if;
    insert into case_review (id, story_id, community_id, reader_id, verdict, comment, at)
    values (entry, of_story, here, viewer(), said, words, decided);
    update case_story
       set state = case said when 'released' then 'visible' else 'draft' end,
           published_at = case said when 'released' then coalesce(published_at, decided) else published_at end,
           asked = null, revision = revision + 1
     where id = of_story;
    return true;
end $$;

-- Every other change of state: its author takes back what waits, and withdraws what others read; moderators hide and
-- restore. What is withdrawn stays so.
create function move_case(of_story bigint, was text, becomes text, why text) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update case_story s
       set state = becomes, revision = s.revision + 1, asked = null,
           withdrawn = case when becomes = 'withdrawn' then why else s.withdrawn end
      from access a
     where s.id = of_story and s.state = was
       and a.person_id = viewer() and a.community_id = s.community_id and a.reads
       and case
               when was = 'queued' and becomes = 'draft' then s.written_by = viewer()
               when was in ('visible', 'hidden') and becomes = 'withdrawn' then s.written_by = viewer() and why <> ''
               when was = 'visible' and becomes = 'hidden' then a.moderates
               when was = 'hidden' and becomes = 'visible' then a.moderates and s.written_by <> viewer()
               else false
           end;
    return found;
end $$;

-- Keeps what a published story says before it is edited. False where it is at another revision, or not the viewer's.
create function keep_case(of_story bigint, seen int, kept timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform 1
       from case_story s
       join access a on a.person_id = viewer() and a.community_id = s.community_id and a.reads
      where s.id = of_story and s.written_by = viewer() and s.state = 'visible' and s.revision = seen
        for update of s;
    if not found then
        return false;
    end if;
    insert into case_revision (story_id, community_id, revision, words, made_at)
    select s.id, s.community_id, s.revision,
           to_jsonb(s) - '{id,community_id,state,written_by,signed_by,asked,tried,thanked,same,source_id,worded_at,withdrawn,visibility}'::text[]
           || jsonb_build_object('parts', (select coalesce(jsonb_object_agg(p.part, p.body), '{}') from case_section p where p.story_id = s.id)),
           kept
      from case_story s
     where s.id = of_story;
    return true;
end $$;

-- Whether the viewer may say that she tried it, or would: a visible one of somebody else's, where she is a member.
create function answers_case(of_story bigint) returns bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select s.community_id
      from case_story s
      join access a on a.person_id = viewer() and a.community_id = s.community_id and a.reads
     where s.id = of_story and s.state = 'visible' and s.written_by <> viewer()
$$;

create function try_case(of_story bigint, went text, place text, words text, at timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    here bigint := answers_case(of_story);
    first_time int;
begin
    if here is null then
        return false;
    end if;
    insert into case_trial (story_id, person_id, community_id, result, setting, note, at)
    values (of_story, viewer(), here, went, place, words, try_case.at)
    on conflict do nothing;
    get diagnostics first_time = row_count;
    if first_time = 0 then
        update case_trial t set result = went, setting = place, note = words, at = try_case.at
         where t.story_id = of_story and t.person_id = viewer();
    else
        update case_story set tried = tried + 1 where id = of_story;
    end if;
    return true;
end $$;

create function try_case_no_more(of_story bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    delete from case_trial where story_id = of_story and person_id = viewer();
    if found then
        update case_story set tried = tried - 1 where id = of_story;
        return true;
    end if;
    return false;
end $$;

-- Gives a word, or takes it back.
create function say_of_case(of_story bigint, said text, given boolean, at timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    here bigint := answers_case(of_story);
    step int;
begin
    if given then
        if here is null then
            return false;
        end if;
        insert into case_word (story_id, person_id, community_id, word, at)
        values (of_story, viewer(), here, said, say_of_case.at)
        on conflict do nothing;
        get diagnostics step = row_count;
    else
        delete from case_word where story_id = of_story and person_id = viewer() and word = said;
        get diagnostics step = row_count;
        step := -step;
    end if;
    if step <> 0 then
        update case_story
           set thanked = thanked + case said when 'thanks' then step else 0 end,
               same = same + case said when 'same' then step else 0 end
         where id = of_story;
    end if;
    return true;
end $$;
