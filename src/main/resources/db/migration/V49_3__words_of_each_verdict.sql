-- A notice comes with the words of its own verdict: what was said when a story was hidden does not stand beside its return.
create or replace function words_about(content bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select case when l.act in ('post_hidden', 'post_declined', 'post_deleted', 'resource_hidden', 'resource_declined', 'resource_deleted')
                 and l.person_id = viewer() then nullif(l.reason, '') end
      from rounds.community_log l
     where l.content_id = words_about.content
       and l.act in ('post_hidden', 'post_restored', 'post_approved', 'post_declined', 'post_deleted',
                     'resource_hidden', 'resource_restored', 'resource_admitted', 'resource_declined', 'resource_deleted')
     order by l.at desc, l.id desc
     limit 1
$$;

-- What was said with this decision about the viewer's story. The log does not name the author of one that is not signed, and
-- what its second reader said stands in no log.
create function words_about_case(story bigint, decision bigint) returns text
language sql stable security definer set search_path = rounds, pg_temp as $$
    select nullif(case
               when l.act in ('case_hidden', 'case_restored') then l.reason
               when l.act in ('case_released', 'case_returned') then (
                   select r.comment
                     from rounds.case_review r
                    where r.story_id = l.content_id and 'case_' || r.verdict = l.act
                    -- Of the same moment, as two clocks tell it.
                    order by abs(extract(epoch from r.at - l.at)), r.id
                    limit 1)
           end, '')
      from rounds.community_log l
     where l.id = words_about_case.decision and l.content_id = words_about_case.story and l.content_type = 'case_story'
       and writer_of(words_about_case.story) = viewer()
$$;
