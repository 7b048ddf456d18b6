-- Whom a search may mean, as people_called has it, up to a bound and one more: words that fit thousands ("nurse",
-- "family") are no question about a person, and must cost a search nothing.
create function people_meant(asked text, most int) returns setof bigint
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
         where words_of(p.name || ' ' || p.handle || ' ' || p.profession || ' ' || p.organisation) @@ beginnings
         limit most + 1;
end $$;
