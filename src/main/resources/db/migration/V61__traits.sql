-- What content can be narrowed to besides its words, as the index takes it: `name:value`.

-- By what a file can be looked for: that it is one, and of which type, as its name ends.
create function file_traits(form text, name text) returns text[]
    language sql immutable
    return case when form = 'file'
                then array_remove(array['has:file', 'file:' || lower(substring(name from '\.([A-Za-z0-9]{1,8})$'))], null)
                else '{}' end;

-- How far a discussion has come.
create function discussion_traits(d discussion) returns text[]
    language sql stable
    return array_remove(array[
               case when d.closed_at is not null then 'is:closed'
                    when d.helped = 0 and d.progress in ('open', 'trying') then 'is:open' end,
               case when d.helped > 0 or d.progress = 'solved' then 'is:solved' end], null);

create function post_traits(p post) returns text[]
    language sql stable
    return array_remove(array[
               case when p.helped then 'is:helped' end,
               case when exists (select 1 from image_in_post i where i.post_id = p.id) then 'has:image' end], null);
