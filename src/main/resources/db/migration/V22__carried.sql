-- What people have begun, follow and have read is carried to where the things themselves went.

-- An id as people and places of drafts have it.
create function id_text(id bigint) returns text language sql immutable strict parallel safe
    return (select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', ((id >> (60 - 5 * n)) & 31)::int + 1, 1), '' order by n)
              from generate_series(0, 12) n);

-- Begun answers and edits go along with the post they are about, when it comes into another discussion. What answered
-- the opening post of an emptied discussion answers that post; what answered a post that opens one now, answers the
-- whole. Where two drafts come into one place, both stay, in one box.
create function carry_drafts() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    f draft;
    d discussion;
    goal text;
    about bigint;
    edits boolean;
begin
    for f in
        select x.* from draft x
         where x.post_id = new.id or (old.number = 1 and x.discussion_id = old.discussion_id and x.post_id is null)
         order by x.saved_at, x.id
           for update
    loop
        edits := split_part(f.place, '.', 1) <> 'answer';
        about := case when new.number > 1 then new.id end;
        goal := case when not edits and about is null then 'answer.' || id_text(new.discussion_id)
                     when not edits then 'answer.' || id_text(new.discussion_id) || '.' || id_text(new.id)
                     when about is null then 'discussion.' || id_text(new.discussion_id)
                     else 'post.' || id_text(new.id) end;
        update draft x
           set body = case when f.body = '' then x.body when x.body = '' then f.body
                           else x.body || E'\n\n---\n\n' || f.body end,
               revision = greatest(x.revision, f.revision) + 1
         where x.person_id = f.person_id and x.place = goal and x.id <> f.id
           and length(x.body) + length(f.body) < 199000;
        if found then
            delete from draft x where x.id = f.id;
            continue;
        end if;
        -- Too long for one box: the words stay in the list of drafts, to be copied.
        if exists (select 1 from draft x where x.person_id = f.person_id and x.place = goal and x.id <> f.id) then
            continue;
        end if;
        select x.* into d from discussion x where x.id = new.discussion_id;
        update draft x
           set place = goal, discussion_id = d.id, community_id = d.community_id, post_id = about,
               kind = case when not edits then x.kind when about is null then d.kind else '' end,
               title = case when not edits then x.title when about is null then d.title else '' end,
               tags = case when not edits then x.tags when about is null then array_to_string(d.tags, ', ') else '' end,
               -- Coming here raised the post's revision and changed no word of it.
               made_from = x.made_from + (new.revision - old.revision),
               seen = null,
               revision = x.revision + 1
         where x.id = f.id;
    end loop;
    return null;
end $$;

create trigger carry_drafts after update of discussion_id on post
    for each row when (old.discussion_id <> new.discussion_id) execute function carry_drafts();

-- Who followed a tag follows the one it became a synonym of; who followed both hears what the stronger of the two lets
-- her hear. Nobody follows a tag any more that no discussion can carry.
create function louder(one text, other text) returns text language sql immutable
    return (select x from unnest(array[one, other]) x order by array_position('{every,replies,mentions,nothing}', x) limit 1);

create function carry_tag_watches() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    insert into watch as w (person_id, target, target_id, tag, level, since)
    select x.person_id, 'tag', new.community_id, new.main, x.level, x.since
      from watch x
     where x.target = 'tag' and x.target_id = new.community_id and x.tag = new.name
    on conflict (person_id, target, target_id, tag) do update set level = louder(w.level, excluded.level);
    delete from watch x where x.target = 'tag' and x.target_id = new.community_id and x.tag = new.name;
    return null;
end $$;

create trigger carry_tag_watches after insert or update of main on tag
    for each row when (new.main is not null) execute function carry_tag_watches();

-- "I am up to date here" and "all of this is read" are one and the same.
insert into community_seen (person_id, community_id, at)
select u.person_id, u.community_id, u.until_at from caught_up u
on conflict (person_id, community_id) do update set at = greatest(community_seen.at, excluded.at);
drop table caught_up;
