-- All that the summary of a topic cites, for whoever reads the topic: asked once, not for each of five hundred rows, as the
-- wall of topic_citation is. What its reader may not read she gets by an id alone; every query joins its content through the
-- wall and drops what is not there.
create function citations_for_reader(of_topic bigint)
returns table (content_type text, content_id bigint, ordinal int, page int, seen_at timestamptz)
language sql stable security definer set search_path = rounds, pg_temp as $$
    select c.content_type, c.content_id, c.ordinal, c.page, c.seen_at
      from topic_citation c
     where c.topic_id = of_topic
       and exists (select 1
                     from topic t
                    where t.id = of_topic and t.opened_at is not null
                      and (t.visibility = 'public' and viewer() is not null
                           and (select m.visibility from community m where m.id = t.community_id) = 'public'
                           or (select a.reads from access a where a.person_id = viewer() and a.community_id = t.community_id)
                           or t.shared
                              and exists (select 1
                                            from topic_guest g
                                            join access a on a.person_id = viewer() and a.community_id = g.guest_id and a.reads
                                           where g.topic_id = t.id and (g.accepted_at is not null or a.moderates))))
$$;
