-- The glossary of a community: its words and abbreviations, what they stand for, and what they mean in plain words. Any
-- member proposes, those who curate decide.

create table term (
    id            bigint      primary key,
    community_id  bigint      not null references community on delete cascade,
    state         text        not null check (state in ('proposed', 'declined', 'standing', 'removed')),
    name          text        not null check (length(name) between 1 and 60),
    -- What an abbreviation stands for.
    expansion     text        not null default '' check (length(expansion) <= 200),
    -- Markdown as it was entered, and its HTML as the product makes it.
    meaning       text        not null default '' check (length(meaning) <= 1000),
    html          text        not null default '',
    html_version  int         not null default 0,
    language      text        not null check (language in ('en', 'fr')),
    -- What the other language calls it.
    counterpart   text        not null default '' check (length(counterpart) <= 200),
    -- How else it is written or shortened.
    spellings     text[]      not null default '{}' check (cardinality(spellings) <= 20),
    review_on     date,
    -- The visibility under which these words were written last: widening a community shows nothing that was not meant to be
    -- seen.
    visibility    text        not null check (visibility in ('public', 'listed', 'private')),
    proposed_by   bigint      not null references person,
    -- Why it was not taken, for who proposed it.
    reason        text        not null default '' check (length(reason) <= 2000),
    made_at       timestamptz not null,
    changed_at    timestamptz not null,
    -- Raised by every change of its words.
    revision      int         not null default 1,
    -- By which a term that has been somewhere before is known.
    source_id     text        unique,
    -- Upper and lower case, and accents, make no other term.
    folded        text        not null generated always as (folded(name)) stored,
    check (expansion <> '' or meaning <> ''),
    unique (id, community_id)
);
create unique index term_once on term (community_id, language, folded) where state = 'standing';
create index term_in_order on term (community_id, folded, id);
create index term_due on term (community_id, review_on) where review_on is not null and state = 'standing';

-- What stood there before.
create table term_revision (
    term_id       bigint      not null references term on delete cascade,
    number        int         not null,
    name          text        not null,
    expansion     text        not null,
    meaning       text        not null,
    language      text        not null,
    counterpart   text        not null,
    spellings     text[]      not null,
    review_on     date,
    -- Who wrote what came after it, and when.
    replaced_by   bigint      not null references person,
    replaced_at   timestamptz not null,
    primary key (term_id, number)
);

alter table term enable row level security;
alter table term_revision enable row level security;
grant select, insert, update, delete on term, term_revision to ${system};
create policy system_all on term to ${system} using (true) with check (true);
create policy system_all on term_revision to ${system} using (true) with check (true);

-- What stands is read where the community is read; what is proposed, was declined or removed by those who curate, and by
-- whoever proposed it as long as she is in the community.
create policy read on term for select to ${app} using (
    (state = 'standing'
     and ((visibility = 'public' and (select c.visibility from community c where c.id = term.community_id) = 'public' and (select viewer()) is not null)
          or (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = term.community_id)))
    or (state <> 'standing'
        and (select a.reads and (a.roles && '{moderator,core_team,chair}' or (term.proposed_by = (select viewer()) and term.state <> 'removed'))
               from access a where a.person_id = (select viewer()) and a.community_id = term.community_id)));
create policy make on term for insert to ${app} with check (
    proposed_by = (select viewer())
    and visibility = (select c.visibility from community c where c.id = term.community_id)
    and (select c.form = 'community' from community c where c.id = term.community_id)
    and (select a.reads and (term.state = 'proposed' or (term.state = 'standing' and a.roles && '{moderator,core_team,chair}'))
           from access a where a.person_id = (select viewer()) and a.community_id = term.community_id));
create policy change on term for update to ${app} using (
    (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = term.community_id and a.reads));
-- Whoever proposed something takes it back while nobody has decided.
create policy take_back on term for delete to ${app} using (
    state in ('proposed', 'declined') and proposed_by = (select viewer())
    and (select a.reads from access a where a.person_id = (select viewer()) and a.community_id = term.community_id));
grant select, delete,
      insert (id, community_id, state, name, expansion, meaning, html, html_version, language, counterpart, spellings, review_on,
              visibility, proposed_by, made_at, changed_at),
      update (state, name, expansion, meaning, html, html_version, language, counterpart, spellings, review_on, visibility, reason,
              changed_at, revision)
      on term to ${app};

-- What stood there before is for members, as all histories are.
create policy read on term_revision for select to ${app} using (
    (select a.reads
       from term t
       join access a on a.person_id = (select viewer()) and a.community_id = t.community_id
      where t.id = term_revision.term_id));
create policy keep on term_revision for insert to ${app} with check (
    replaced_by = (select viewer())
    and (select a.reads and a.roles && '{moderator,core_team,chair}'
           from term t
           join access a on a.person_id = (select viewer()) and a.community_id = t.community_id
          where t.id = term_revision.term_id));
grant select, insert on term_revision to ${app};

-- Whether what words mean is shown where they stand in a text.
alter table account add column shows_meanings boolean not null default true;
grant select (shows_meanings), update (shows_meanings) on account to ${app};
