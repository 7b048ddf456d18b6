-- What a new member says of herself to a community: who she is, and what she hopes for. A row without words only
-- remembers that she said "later", so that she is asked once more and then no further.
create table introduction (
    community_id bigint      not null references community on delete cascade,
    person_id    bigint      not null references person on delete cascade,
    who          text        not null default '' check (length(who) <= 300),
    hopes        text        not null default '' check (length(hopes) <= 300),
    -- Absent while she has said nothing.
    said_at      timestamptz,
    later_at     timestamptz,
    laters       smallint    not null default 0 check (laters between 0 and 2),
    primary key (community_id, person_id),
    check ((said_at is null) = (who = ''))
);

alter table introduction enable row level security;
grant select, insert, update, delete on introduction to ${system};
create policy system_all on introduction to ${system} using (true) with check (true);
-- For the members; her own row for herself.
create policy read on introduction for select to ${app} using (
    (person_id = (select viewer()) or said_at is not null)
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = introduction.community_id));
create policy say on introduction for insert to ${app} with check (
    person_id = (select viewer())
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = introduction.community_id));
create policy change on introduction for update to ${app} using (
    person_id = (select viewer())
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = introduction.community_id));
grant select, insert, update (who, hopes, said_at, later_at, laters) on introduction to ${app};

-- Whether single keys do something on her pages, and whether others may write notes to her.
alter table account add column shortcuts boolean not null default true;
alter table account add column receives_notes boolean not null default true;
grant select (shortcuts, receives_notes), update (shortcuts, receives_notes) on account to ${app};

-- From whom somebody wants no notes. Nobody else learns of it.
create table refusal (
    person_id  bigint      not null references person on delete cascade,
    refused_id bigint      not null references person on delete cascade,
    made_at    timestamptz not null default now(),
    primary key (person_id, refused_id),
    check (person_id <> refused_id)
);

alter table refusal enable row level security;
grant select, insert, update, delete on refusal to ${system};
create policy system_all on refusal to ${system} using (true) with check (true);
create policy own on refusal for select to ${app} using (person_id = (select viewer()));
create policy refuse on refusal for insert to ${app} with check (person_id = (select viewer()));
create policy accept on refusal for delete to ${app} using (person_id = (select viewer()));
grant select, insert, delete on refusal to ${app};

-- Private notes between a few people are discussions in a community of the form `conversation`: the same wall, the same
-- search, the same counters. It is private for ever, everybody in it is a plain member, nobody governs it, and it stands
-- in no list of communities. Its address begins with a sign that no community's address can have, so that neither can
-- be taken for the other.
alter table community add column form text not null default 'community' check (form in ('community', 'conversation'));
alter table community drop constraint community_slug_check;
alter table community add constraint community_slug_check check (
    case form when 'community' then slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$' else slug ~ '^~[0-9]{1,19}$' end);
alter table community add constraint conversation_is_closed check (
    form = 'community'
    or (visibility = 'private' and not members_may_invite and not review_first_posts and not sample and source_id is null));

-- Lists of discussions leave notes out by this mark; asking the community for each row would cost a look-up each.
alter table discussion add column conversation boolean not null default false;

create function keep_conversation_mark() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    new.conversation := coalesce((select c.form = 'conversation' from community c where c.id = new.community_id), false);
    return new;
end $$;

create trigger keep_conversation_mark before insert or update of community_id, conversation on discussion
    for each row execute function keep_conversation_mark();

-- In a conversation nobody holds a role.
create function guard_conversation() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if (select c.form from community c where c.id = new.community_id) = 'conversation' then
        raise insufficient_privilege using message = 'a conversation has no roles';
    end if;
    return new;
end $$;

create trigger guard_conversation before insert or update of role on membership
    for each row when (new.role <> 'member') execute function guard_conversation();

alter policy found on community with check (
    form = 'community'
    and created_by = (select viewer())
    and (select a.confirmed_at is not null from account a where a.person_id = (select viewer())));
-- There are no moderators to whom a note could be reported.
alter policy make on report with check (
    reporter_id = (select viewer()) and decided_at is null
    and (select true from post p where p.id = report.post_id)
    and (select c.form = 'community' from community c where c.id = report.community_id));

-- Whether the viewer may write a note to somebody: 'yes'; 'self'; 'unconfirmed', her own address is; 'stranger', they
-- share no community; 'refused', that person takes no notes, from nobody or not from her – which of the two is not told.
create function may_write_to(person bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select case
        when may_write_to.person = viewer() then 'self'
        when not coalesce((select a.confirmed_at is not null from account a where a.person_id = viewer()), false) then 'unconfirmed'
        when not exists (
            select 1
              from access mine
              join access theirs on theirs.community_id = mine.community_id and theirs.person_id = may_write_to.person
              join community c on c.id = mine.community_id and c.form = 'community'
             where mine.person_id = viewer()) then 'stranger'
        when not coalesce((select a.receives_notes and a.suspended_at is null from account a where a.person_id = may_write_to.person), false)
            or exists (select 1 from refusal r where r.person_id = may_write_to.person and r.refused_id = viewer()) then 'refused'
        else 'yes' end
$$;

-- Who is in a conversation, in words: what its community is called.
create function name_conversation(conversation bigint) returns void
language sql security definer set search_path = rounds, pg_temp as $$
    update community c
       set name = coalesce((
               select rpad(left(string_agg(p.name, ', ' order by folded(p.name), p.id), 100), 2, '.')
                 from access a
                 join person p on p.id = a.person_id
                where a.community_id = c.id), c.name)
     where c.id = name_conversation.conversation and c.form = 'conversation'
$$;

-- Begins a conversation of the viewer with these people; false when she may not write to one of them.
create function start_conversation(conversation bigint, people bigint[], own_row bigint, row_ids bigint[]) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if cardinality(people) not between 1 and 11 or cardinality(people) <> cardinality(row_ids)
        or exists (select 1 from unnest(people) p where may_write_to(p) <> 'yes') then
        return false;
    end if;
    insert into community (id, slug, name, visibility, members_may_invite, created_by, form)
    values (start_conversation.conversation, '~' || start_conversation.conversation, 'Notes', 'private', false, viewer(), 'conversation');
    -- In the order of people: two who write to each other at once wait, and do not wait for each other.
    insert into membership (id, community_id, person_id, role, given_by)
    select r.id, start_conversation.conversation, r.person, 'member', viewer()
      from unnest(row_ids || own_row, people || viewer()) r (id, person)
     order by r.person;
    perform name_conversation(start_conversation.conversation);
    return true;
end $$;

-- Takes somebody into a conversation that the viewer is in: 'added', 'already', 'full' or what may_write_to says.
create function add_to_conversation(conversation bigint, person bigint, row_id bigint) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    verdict text;
begin
    perform 1 from community c where c.id = add_to_conversation.conversation and c.form = 'conversation' for no key update;
    if not found or not exists (
        select 1 from access a where a.person_id = viewer() and a.community_id = add_to_conversation.conversation) then
        return 'nobody';
    end if;
    if exists (select 1 from access a where a.person_id = add_to_conversation.person and a.community_id = add_to_conversation.conversation) then
        return 'already';
    end if;
    if (select c.members from community c where c.id = add_to_conversation.conversation) >= 12 then
        return 'full';
    end if;
    verdict := may_write_to(add_to_conversation.person);
    if verdict <> 'yes' then
        return verdict;
    end if;
    insert into membership (id, community_id, person_id, role, given_by)
    values (row_id, add_to_conversation.conversation, add_to_conversation.person, 'member', viewer());
    perform name_conversation(add_to_conversation.conversation);
    return 'added';
end $$;

-- The viewer goes; what she wrote stays with the others.
create function leave_conversation(conversation bigint) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform 1 from community c where c.id = leave_conversation.conversation and c.form = 'conversation' for no key update;
    if not found then
        return false;
    end if;
    update membership m set until_at = greatest(now(), m.from_at), ended_by = viewer()
     where m.community_id = leave_conversation.conversation and m.person_id = viewer() and m.until_at is null;
    if not found then
        return false;
    end if;
    perform name_conversation(leave_conversation.conversation);
    return true;
end $$;

-- Whether every word that was asked begins a word of what is told, whatever its accents.
create function begins_words(asked text, told text) returns boolean language sql immutable strict parallel safe
    return not exists (
        select 1
          from unnest(string_to_array(trim(regexp_replace(folded(asked), '[^[:alnum:]]+', ' ', 'g')), ' ')) word
         where position(' ' || word in ' ' || regexp_replace(folded(told), '[^[:alnum:]]+', ' ', 'g')) = 0);

-- One's notes, newest words first, without a look at the discussions of one's communities.
create index discussion_notes on discussion (community_id, last_at desc, id desc) where conversation and state = 'visible';
