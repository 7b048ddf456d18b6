-- Whose words a topic holds: all of them are asked before others read it.
create function topic_speakers(of_topic bigint) returns setof bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select t.proposed_by from topic t where t.id = of_topic
    union select s.written_by from topic_summary s where s.topic_id = of_topic
    union select s.suggested_by from topic_summary s where s.topic_id = of_topic and s.suggested_by is not null
    union select q.asked_by from topic_question q where q.topic_id = of_topic
    union select q.closed_by from topic_question q where q.topic_id = of_topic and q.answer <> '' and q.closed_by is not null
    union select g.put_by from topic_agreement g where g.topic_id = of_topic
    union select g.closed_by from topic_agreement g where g.topic_id = of_topic and g.closed_by is not null
    union select u.person_id from topic_practice u where u.topic_id = of_topic and u.note <> ''
    union select e.added_by from topic_entry e where e.topic_id = of_topic and e.state = 'shelved' and e.why <> ''
    -- Who described it otherwise, or said why it ended.
    union select l.actor_id from community_log l
           where l.content_id = of_topic and l.content_type = 'topic' and l.actor_id is not null
             and l.act in ('topic_described', 'topic_archived', 'topic_reopened', 'topic_ended')
$$;
revoke execute on function topic_speakers(bigint) from public;

-- Whoever may show the topic to others is told whose words it holds.
create function whose_words(of_topic bigint) returns setof bigint
language sql stable security definer set search_path = rounds, pg_temp as $$
    select s from topic t
      join access a on a.person_id = viewer() and a.community_id = t.community_id and a.reads and a.roles && '{moderator,core_team,chair}'
      cross join lateral topic_speakers(t.id) s
     where t.id = of_topic
$$;

-- Who agreed was asked by name: where somebody else has said something since, nothing is shown. The topic is held until
-- then, so that nobody says anything in the same moment.
drop function show_topic_to(bigint, int, text);
create function show_topic_to(of_topic bigint, seen int, readers text, agreed bigint[]) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    perform from topic where id = of_topic for update;
    if readers = 'all' and exists (select from topic_speakers(of_topic) s where s <> all (agreed)) then
        return false;
    end if;
    update topic t
       set visibility = case readers when 'all' then c.visibility else 'listed' end, revision = t.revision + 1
      from community c, access a
     where t.id = of_topic and t.revision = seen and t.opened_at is not null
       and c.id = t.community_id
       and a.person_id = viewer() and a.community_id = t.community_id and a.reads and a.roles && '{moderator,core_team,chair}'
       and case readers when 'all' then narrowest(t.visibility, c.visibility) <> c.visibility else t.visibility = 'public' end;
    return found;
end $$;
