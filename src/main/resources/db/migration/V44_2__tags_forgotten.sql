-- Tags that another than the author changed may name somebody, and that is why she changed them: what they were before is kept
-- nowhere, neither by that edit nor by earlier ones. Who made the edits so far is not known here, so all of them are forgotten.
update post_revision set tags = null where tags is not null;

-- True if there was something to forget. Only for the community's moderators.
create function forget_tags(discussion bigint) returns boolean
language sql security definer set search_path = rounds, pg_temp as $$
    with forgotten as (
    update rounds.post_revision r
       set tags = null
      from rounds.post p
     where p.discussion_id = forget_tags.discussion and p.number = 1
       and r.post_id = p.id and r.tags is not null
       and exists (select 1 from access a where a.person_id = viewer() and a.community_id = p.community_id and a.moderates)
    returning r.post_id)
    select exists (select 1 from forgotten)
$$;
