-- A private note that is being written is a draft, too. It stands in no community before it is sent, and goes to the
-- people who were chosen for it.
alter table draft alter column community_id drop not null;
alter table draft add column recipients text not null default '' check (length(recipients) <= 1000);
alter table draft add constraint draft_ground check ((community_id is null) = (place like 'note.%'));
grant update (recipients) on draft to ${app};

drop policy begin on draft;
create policy begin on draft for insert to ${app} with check (
    person_id = (select viewer())
    and (community_id is null
         or (select true from access a where a.person_id = (select viewer()) and a.community_id = draft.community_id)));
