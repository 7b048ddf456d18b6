-- Hits are narrowed to those whose authors say something of themselves. Few say a word: an index tells who, and the exact
-- comparison is made of those only. Visitors are not told which people there are.
create function people_who(facet text, said text) returns setof bigint
language plpgsql stable security definer set search_path = rounds, pg_temp set enable_seqscan = off as $$
begin
    return query
        select p.id
          from person p
         where viewer() > 0
           and words_of_person(p.name, p.handle, p.profession, p.organisation, p.place, p.expertise, p.emr) @@ beginnings(said)
           and case facet
                   when 'profession' then lower(p.profession) = lower(said)
                   when 'emr' then exists (select 1 from unnest(p.emr) one where lower(one) = lower(said))
               end;
end $$;
revoke execute on function people_who(text, text) from public;
grant execute on function people_who(text, text) to ${app};
