-- What goes through one community asks for it first: the index that is built anew, an export, what is narrowed when a
-- community is widened. Before these a small community on a large site cost as much as the whole site.

-- All of a community in the order of ids, in steps.
create index post_in_community on post (community_id, id);
create index discussion_in_community on discussion (community_id, id);

-- Which discussions hold posts that fewer people read: asked when a community is widened.
create index post_narrow on post (community_id, discussion_id) where visibility <> 'public';

-- Among what anybody may read, a tag that is common elsewhere may be rare.
create index discussion_by_tag_public on discussion using gin (tags)
    where state = 'visible' and visibility = 'public' and not conversation;

-- Where the newest discussions with a tag are that the viewer may read, and sometimes more: the wall stands around the
-- rows to which these ids lead. It is not asked of every discussion of the site, which a tag that few carry, or none,
-- would have it do. A rare tag's are all of them, found by the index of tags; of a common one so many as are wanted,
-- from the newest on, for there they are soon found.
create function tagged(wanted text, before timestamptz, before_id bigint, at_most int) returns setof bigint
language plpgsql stable security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
declare
    rare constant int := 1000;
    found bigint[];
begin
    select array_agg(x.id) into found
      from (select d.id from discussion d where d.tags @> array[wanted] limit rare + 1) x;
    if coalesce(cardinality(found), 0) <= rare then
        return query select unnest(found);
        return;
    end if;
    select array_agg(x.id) into found
      from (select d.id
              from discussion d
             where d.tags @> array[wanted] and d.state = 'visible' and d.visibility = 'public' and not d.conversation
             limit rare + 1) x;
    if cardinality(found) > rare then
        select array_agg(x.id) into found
          from (select d.id
                  from discussion d
                 where d.state = 'visible' and d.visibility = 'public' and not d.conversation
                   and (d.last_at, d.id) < (before, before_id) and wanted = any (d.tags)
                   and (select c.visibility from community c where c.id = d.community_id) = 'public'
                 order by d.last_at desc, d.id desc
                 limit at_most) x;
    end if;
    return query
        select unnest(found)
        union
        select x.id
          from access a
         cross join lateral (
             select d.id
               from discussion d
              where d.community_id = a.community_id and d.state = 'visible' and not d.conversation
                and (d.last_at, d.id) < (before, before_id) and wanted = any (d.tags)
              order by d.last_at desc, d.id desc
              limit at_most) x
         where a.person_id = viewer();
end $$;

-- The words of a person by which she is found while her name is typed.
create function words_of(told text) returns tsvector language sql immutable strict parallel safe
    return array_to_tsvector(array_remove(string_to_array(trim(regexp_replace(folded(told), '[^[:alnum:]]+', ' ', 'g')), ' '), ''));

create index person_by_words on person using gin (
    words_of(name || ' ' || handle || ' ' || profession || ' ' || organisation));

-- People of whom each of these words begins a word. An index finds them, which the wall would not let be used: the
-- answer is ids, and who reads whom is asked where they lead.
create function people_called(asked text) returns setof bigint
language plpgsql stable security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
declare
    beginnings tsquery;
begin
    select string_agg(word || ':*', ' & ')::tsquery into beginnings
      from unnest(string_to_array(trim(regexp_replace(folded(asked), '[^[:alnum:]]+', ' ', 'g')), ' ')) word
     where word <> '';
    return query
        select p.id
          from person p
         where words_of(p.name || ' ' || p.handle || ' ' || p.profession || ' ' || p.organisation) @@ beginnings;
end $$;

-- The largest public communities, offered where somebody searches.
create index community_largest on community (members desc, id) where form = 'community' and visibility = 'public';
