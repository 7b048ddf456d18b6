-- The plan of a statement is set up anew each time it runs, policies and all, and on a page that costs more than running
-- it. What concerns the viewer alone, beside a discussion that she reads in the same transaction, needs none of them.

-- Her own things about a discussion: what she watches there, whether a notification of it is unread, what she has saved.
create function keeping(discussion bigint, community bigint, opener bigint, tags text[],
                        out level text, out usual text, out unread boolean, out saved bigint[])
language sql stable security definer set search_path = rounds, pg_temp
return row(
    (select w.level from watch w
      where w.person_id = viewer() and w.target = 'discussion' and w.target_id = keeping.discussion and w.tag = ''),
    coalesce(
        case when viewer() = keeping.opener then 'every' end,
        (select w.level from watch w
          where w.person_id = viewer() and w.target = 'tag' and w.target_id = keeping.community and w.tag = any (keeping.tags)
          order by array_position('{every,replies,mentions,nothing}', w.level) limit 1),
        (select w.level from watch w
          where w.person_id = viewer() and w.target = 'community' and w.target_id = keeping.community and w.tag = ''),
        'replies'),
    exists (select 1 from notification n
             where n.person_id = viewer() and n.group_id = keeping.discussion and n.read_at is null and not n.gone),
    array(select b.content_id from bookmark b where b.person_id = viewer() and b.discussion_id = keeping.discussion));

-- With whom she is in a conversation; nothing of one that she is not in.
create function conversation_with(community bigint) returns text[]
language sql stable security definer set search_path = rounds, pg_temp
return (
    select coalesce(array_agg(p.handle || ' ' || p.name order by folded(p.name), p.id), '{}')
    from membership m
    join person p on p.id = m.person_id
    where m.community_id = conversation_with.community and m.until_at is null and m.person_id <> viewer()
      and exists (select 1 from access a where a.person_id = viewer() and a.community_id = conversation_with.community));
