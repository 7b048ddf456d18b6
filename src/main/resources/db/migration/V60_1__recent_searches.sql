-- What somebody searched for lately, for herself alone: neither who moderates a community nor who keeps the site sees it in
-- the product. It is kept here and not in the browser, because wards share computers: what a browser keeps is shown to
-- whoever uses it next, and cannot be cleared from elsewhere.

-- Whether they are kept at all.
alter table account add column keeps_searches boolean not null default true;
grant select (keeps_searches), update (keeps_searches) on account to ${app};

create table recent_search (
    person_id   bigint      not null references person on delete cascade,
    words       text        not null check (length(words) between 1 and 200),
    -- Upper and lower case, and accents, make no other search.
    folded      text        not null generated always as (folded(words)) stored,
    searched_at timestamptz not null,
    primary key (person_id, folded)
);
create index recent_search_old on recent_search (searched_at);

alter table recent_search enable row level security;
grant select, insert, update, delete on recent_search to ${system};
create policy system_all on recent_search to ${system} using (true) with check (true);
create policy own on recent_search for select to ${app} using (person_id = (select viewer()));
create policy keep on recent_search for insert to ${app} with check (
    person_id = (select viewer())
    and (select a.keeps_searches from account a where a.person_id = (select viewer())));
create policy again on recent_search for update to ${app} using (person_id = (select viewer())) with check (person_id = (select viewer()));
create policy forget on recent_search for delete to ${app} using (person_id = (select viewer()));
grant select, insert (person_id, words, searched_at), update (words, searched_at), delete on recent_search to ${app};
