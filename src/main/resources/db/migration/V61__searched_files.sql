-- By what a file can be looked for: that it is one, and of which type, as its name ends.
create function file_traits(form text, name text) returns text[]
    language sql immutable
    return case when form = 'file'
                then array_remove(array['has:file', 'file:' || lower(substring(name from '\.([A-Za-z0-9]{1,8})$'))], null)
                else '{}' end;
