-- Which communities are public now is part of every search. Nodes keep the list and read it again when this number has
-- moved, which costs a search one row instead of thousands.
alter table index_epoch add column public_version bigint not null default 1;

create function count_public_communities() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    update index_epoch set public_version = public_version + 1;
    return null;
end $$;

create trigger public_community_founded after insert on community
    for each row when (new.visibility = 'public') execute function count_public_communities();
create trigger public_community_gone after delete on community
    for each row when (old.visibility = 'public') execute function count_public_communities();
create trigger public_community_changed after update of visibility on community
    for each row when (old.visibility <> new.visibility and 'public' in (old.visibility, new.visibility))
    execute function count_public_communities();
create trigger public_communities_truncated after truncate on community
    for each statement execute function count_public_communities();

create policy read on index_epoch for select to ${app} using ((select viewer()) is not null);
grant select (public_version) on index_epoch to ${app};
