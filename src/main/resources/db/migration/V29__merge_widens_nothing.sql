-- What was said among few is not put below what many read: the numbers of the whole would tell of it.
create or replace function merge_discussions(discussion bigint, into_discussion bigint, at_most int) returns text
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    d rounds.discussion;
    goal rounds.discussion;
    ids bigint[];
    root bigint;
begin
    perform 1 from rounds.discussion x where x.id in (merge_discussions.discussion, into_discussion) order by x.id for no key update;
    select x.* into d from rounds.discussion x where x.id = merge_discussions.discussion;
    select x.* into goal from rounds.discussion x where x.id = into_discussion;
    if d.id is null or goal.id is null or not moderates(d.community_id) then
        return 'refused';
    end if;
    select p.id into root from post p where p.discussion_id = goal.id and p.number = 1;
    if d.id = goal.id or d.community_id <> goal.community_id or d.state <> 'visible' or goal.state <> 'visible' or root is null then
        return 'meanwhile';
    end if;
    if narrowest(d.visibility, goal.visibility) <> goal.visibility then
        return 'wider';
    end if;
    select array_agg(p.id) into ids from (select id from post where discussion_id = d.id limit at_most + 1) p;
    if cardinality(ids) > at_most then
        return 'large';
    end if;
    perform 1 from post p where p.id = any (ids) order by p.id for update;
    perform rename_content('discussion', d.id, 'post', (select p.id from post p where p.discussion_id = d.id and p.number = 1));
    perform set_posts(ids, goal.id, goal.last_number, root, d.visibility);
    perform carry_watches(d.id, goal.id);
    update rounds.discussion x set last_number = x.last_number + cardinality(ids) where x.id = goal.id;
    perform recount(goal.id);
    update rounds.discussion x
       set state = 'deleted', posts = 0, gone = 0, helped = 0, pinned_at = null, featured_at = null, revision = revision + 1
     where x.id = d.id;
    insert into change_log (content_type, content_id, what) values ('discussion', d.id, 'audience');
    return 'done';
end $$;
