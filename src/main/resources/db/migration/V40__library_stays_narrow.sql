-- What is written while a community is narrow stays narrow when it is widened: a resource becomes as narrow as its
-- community whenever something is said in it, or of it.
create function narrow_resource() returns trigger
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
    narrowest_first constant text[] := '{private,listed,public}';
    now_is text;
begin
    select c.visibility into now_is from community c where c.id = new.community_id;
    if array_position(narrowest_first, now_is) < array_position(narrowest_first, new.visibility) then
        new.visibility := now_is;
    end if;
    if (new.title, new.description, new.tags, new.keywords, new.authors, new.source, new.abstract, new.adaptation, new.current)
       is distinct from (old.title, old.description, old.tags, old.keywords, old.authors, old.source, old.abstract, old.adaptation, old.current) then
        new.worded_at := clock_timestamp();
    end if;
    return new;
end $$;
create trigger narrow_resource
    before update of title, description, tags, keywords, authors, source, abstract, adaptation, current, practised on resource
    for each row execute function narrow_resource();
