-- People and communities that are offered while somebody types, and people who are found by what they say of themselves.

-- Whoever types a name is answered within the blink of an eye: only an index is quick enough for that.
create index person_by_name on person using gin (words_of(name || ' ' || handle));
create index community_by_words on community using gin (words_of(name)) where form = 'community';

-- All that a person says of herself in a few words. An index may hold it: the lists are joined in one way only.
create function words_of_person(name text, handle text, profession text, organisation text, place text, expertise text[], emr text[])
returns tsvector language sql immutable parallel safe
    return words_of(concat_ws(' ', name, handle, profession, organisation, place, array_to_string(expertise, ' '), array_to_string(emr, ' ')));
create index person_by_all on person using gin (words_of_person(name, handle, profession, organisation, place, expertise, emr));

-- What every word that begins so fits; null where there is none.
create function beginnings(asked text) returns tsquery language sql immutable parallel safe
    return (
        select string_agg(word || ':*', ' & ')::tsquery
          from unnest(string_to_array(trim(regexp_replace(folded(asked), '[^[:alnum:]]+', ' ', 'g')), ' ')) word
         where word <> '');

-- Of those with whom the viewer shares a community, the first of whom each of these words begins a word of the name. The
-- bound counts only whom she may know of: nobody else on the site changes who is offered.
create function known_by_name(asked text, most int) returns setof bigint
language plpgsql stable security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
begin
    return query
        select p.id
          from person p
         where words_of(p.name || ' ' || p.handle) @@ beginnings(asked)
           and (p.id = viewer() or exists (
               select 1
                 from membership m
                 join access a on a.person_id = viewer() and a.community_id = m.community_id
                 join community c on c.id = a.community_id and c.form = 'community'
                where m.person_id = p.id and m.until_at is null and m.role = 'member'))
         order by folded(p.name), p.id
         limit most;
end $$;

-- The same by all that they say of themselves.
create function known_by_all(asked text, most int) returns setof bigint
language plpgsql stable security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
begin
    return query
        select p.id
          from person p
         where words_of_person(p.name, p.handle, p.profession, p.organisation, p.place, p.expertise, p.emr) @@ beginnings(asked)
           and (p.id = viewer() or exists (
               select 1
                 from membership m
                 join access a on a.person_id = viewer() and a.community_id = m.community_id
                 join community c on c.id = a.community_id and c.form = 'community'
                where m.person_id = p.id and m.until_at is null and m.role = 'member'))
         order by folded(p.name), p.id
         limit most;
end $$;

-- The communities of these words that the viewer may know of: her own first.
create function communities_called(asked text, most int) returns setof bigint
language plpgsql stable security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
begin
    return query
        select c.id
          from community c
          left join access a on a.person_id = viewer() and a.community_id = c.id
         where c.form = 'community' and words_of(c.name) @@ beginnings(asked)
           and (a.community_id is not null or (c.visibility = 'public' and viewer() is not null) or (c.visibility = 'listed' and viewer() > 0))
         order by a.community_id is null, folded(c.name), c.id
         limit most;
end $$;
