-- The reading wall: who may see which row, decided here for every query of the application. The application's role
-- owns nothing and is bound by all of it; a forgotten viewer sees nothing.

create function viewer() returns bigint language sql stable parallel safe
    as $$ select nullif(current_setting('app.viewer', true), '')::bigint $$;

-- The first statement of every transaction. Sets who is asking for this transaction only, and refuses a session that
-- has ended or a token older than the account's last change of password.
create function enter(person bigint, session_id bigint, version int) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if person <> 0 and not exists (
        select 1
          from session s
          join account a on a.person_id = s.person_id
         where s.id = enter.session_id and s.person_id = enter.person and s.ended_at is null and s.expires_at > now()
           and a.auth_version = enter.version and a.suspended_at is null) then
        return false;
    end if;
    perform set_config('app.viewer', person::text, true);
    return true;
end $$;

alter table person enable row level security;
alter table account enable row level security;
alter table session enable row level security;
alter table refresh_token enable row level security;
alter table email_link enable row level security;
alter table mail enable row level security;
alter table community enable row level security;
alter table membership enable row level security;
alter table access enable row level security;
alter table join_request enable row level security;
alter table invitation enable row level security;
alter table discussion enable row level security;
alter table post enable row level security;
alter table post_revision enable row level security;
alter table report enable row level security;
alter table community_log enable row level security;
alter table change_log enable row level security;
alter table change_failure enable row level security;
alter table consumer_position enable row level security;
alter table index_epoch enable row level security;
alter table submission enable row level security;
alter table rate_bucket enable row level security;

-- The system's jobs (index, mail, accounts, import) see all rows; nothing that answers a viewer runs as this role.
grant usage on schema rounds to ${app}, ${system};
grant select, insert, update, delete on all tables in schema rounds to ${system};
grant usage on all sequences in schema rounds to ${system}, ${app};
create policy system_all on person to ${system} using (true) with check (true);
create policy system_all on account to ${system} using (true) with check (true);
create policy system_all on session to ${system} using (true) with check (true);
create policy system_all on refresh_token to ${system} using (true) with check (true);
create policy system_all on email_link to ${system} using (true) with check (true);
create policy system_all on mail to ${system} using (true) with check (true);
create policy system_all on community to ${system} using (true) with check (true);
create policy system_all on membership to ${system} using (true) with check (true);
create policy system_all on access to ${system} using (true) with check (true);
create policy system_all on join_request to ${system} using (true) with check (true);
create policy system_all on invitation to ${system} using (true) with check (true);
create policy system_all on discussion to ${system} using (true) with check (true);
create policy system_all on post to ${system} using (true) with check (true);
create policy system_all on post_revision to ${system} using (true) with check (true);
create policy system_all on report to ${system} using (true) with check (true);
create policy system_all on community_log to ${system} using (true) with check (true);
create policy system_all on change_log to ${system} using (true) with check (true);
create policy system_all on change_failure to ${system} using (true) with check (true);
create policy system_all on consumer_position to ${system} using (true) with check (true);
create policy system_all on index_epoch to ${system} using (true) with check (true);
create policy system_all on submission to ${system} using (true) with check (true);
create policy system_all on rate_bucket to ${system} using (true) with check (true);

-- People: their names stand beside what they wrote, so every viewer may read these rows; only the person changes hers.
create policy read on person for select to ${app} using ((select viewer()) is not null);
create policy own on person for update to ${app} using (id = (select viewer())) with check (id = (select viewer()));
grant select, update (handle, handle_shape, name, profession, organisation, place, about, expertise, emr, languages) on person to ${app};

create policy own on account for select to ${app} using (person_id = (select viewer()));
create policy own_settings on account for update to ${app} using (person_id = (select viewer())) with check (person_id = (select viewer()));
grant select (person_id, email, confirmed_at, admin, language, theme, time_zone, created_at), update (language, theme, time_zone) on account to ${app};

create policy own on session for select to ${app} using (person_id = (select viewer()));
grant select on session to ${app};

create policy own on access for select to ${app} using (person_id = (select viewer()));
grant select on access to ${app};

-- Communities. A scalar subselect on the key is the cheap form: an array of readable ones costs 46 ms a page at 5,000
-- communities, an exists over them becomes a hashed plan of the whole table.
create policy read on community for select to ${app} using (
    case visibility
        when 'public' then (select viewer()) is not null
        when 'listed' then (select viewer()) > 0
        else false
    end
    or (select true from access a where a.person_id = (select viewer()) and a.community_id = community.id));
create policy found on community for insert to ${app} with check (
    created_by = (select viewer())
    and (select a.confirmed_at is not null from account a where a.person_id = (select viewer())));
create policy govern on community for update to ${app} using (
    (select a.roles && '{chair,core_team,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = community.id));
grant select, insert, update (name, purpose, audience, visibility, languages, review_first_posts, members_may_invite) on community to ${app};

-- Who is in a community is for its members, and in a public one for everybody who signed in; chairs and core team are
-- for all who see the community. Who was in it once is for its members.
create policy read on membership for select to ${app} using (
    person_id = (select viewer())
    or (select true from access a where a.person_id = (select viewer()) and a.community_id = membership.community_id)
    or (until_at is null and (select viewer()) > 0 and (select c.visibility from community c where c.id = membership.community_id) = 'public')
    or (role in ('chair', 'core_team') and until_at is null and (select true from community c where c.id = membership.community_id)));
grant select on membership to ${app};

create policy read on join_request for select to ${app} using (
    person_id = (select viewer())
    or (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = join_request.community_id));
create policy ask on join_request for insert to ${app} with check (
    person_id = (select viewer())
    and decided_at is null
    and (select c.visibility = 'listed' from community c where c.id = join_request.community_id)
    and (select a.confirmed_at is not null from account a where a.person_id = (select viewer()))
    and not exists (select 1 from access a where a.person_id = (select viewer()) and a.community_id = join_request.community_id));
create policy decide on join_request for update to ${app} using (
    (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = join_request.community_id));
grant select, insert, update (decided_at, decided_by, admitted) on join_request to ${app};

create policy read on invitation for select to ${app} using (
    invited_by = (select viewer())
    or (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = invitation.community_id));
create policy invite on invitation for insert to ${app} with check (
    invited_by = (select viewer())
    and (select a.roles && '{peer_champion,moderator,core_team,chair,relationship_manager}' or c.members_may_invite
           from access a
           join community c on c.id = a.community_id
          where a.person_id = (select viewer()) and a.community_id = invitation.community_id));
create policy revoke on invitation for update to ${app} using (
    invited_by = (select viewer())
    or (select a.roles && '{moderator,core_team,chair}' from access a where a.person_id = (select viewer()) and a.community_id = invitation.community_id));
grant select, insert, update (revoked_at) on invitation to ${app};

-- Discussions and posts: the row keeps the visibility it was written under, the community's present one is a scalar
-- subselect (narrowing holds at once), the person's right is one probe by key.
create policy read on discussion for select to ${app} using (
    (state = 'visible'
     and ((visibility = 'public' and (select c.visibility from community c where c.id = discussion.community_id) = 'public' and (select viewer()) is not null)
          or (select true from access a where a.person_id = (select viewer()) and a.community_id = discussion.community_id)))
    or (state <> 'visible'
        and (select a.moderates or discussion.opened_by = a.person_id from access a where a.person_id = (select viewer()) and a.community_id = discussion.community_id)));
create policy open on discussion for insert to ${app} with check (
    opened_by = (select viewer())
    and state in ('visible', 'queued')
    and visibility = (select c.visibility from community c where c.id = discussion.community_id)
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = discussion.community_id));
create policy change on discussion for update to ${app} using (
    (select a.moderates or discussion.opened_by = a.person_id from access a where a.person_id = (select viewer()) and a.community_id = discussion.community_id));
grant select, insert, update (kind, title, language, tags, pinned_at, closed_at, closed_by, revision) on discussion to ${app};

-- A post is read where its discussion is: the subselect runs under the discussion's own policy.
create policy read on post for select to ${app} using (
    (select true from discussion d where d.id = post.discussion_id)
    and ((state = 'visible'
          and (visibility = 'public'
               or (select true from access a where a.person_id = (select viewer()) and a.community_id = post.community_id)))
         or (state <> 'visible'
             and (select a.moderates or post.author_id = a.person_id from access a where a.person_id = (select viewer()) and a.community_id = post.community_id))));
create policy write on post for insert to ${app} with check (
    author_id = (select viewer())
    and state in ('visible', 'queued')
    and visibility = (select c.visibility from community c where c.id = post.community_id)
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = post.community_id));
create policy change on post for update to ${app} using (
    (select a.moderates or post.author_id = a.person_id from access a where a.person_id = (select viewer()) and a.community_id = post.community_id));
-- A state changes only by move_post, together with the counters.
grant select, insert, update (body, html, html_version, language, edited_at, revision) on post to ${app};

-- Earlier words of posts one can read; a visitor does not see them, and what is sealed only its
-- author and moderators do.
create policy read on post_revision for select to ${app} using (
    (select true from post p where p.id = post_revision.post_id)
    and (select a.moderates or not post_revision.sealed or post_revision.written_by = a.person_id from access a where a.person_id = (select viewer()) and a.community_id = post_revision.community_id));
create policy keep on post_revision for insert to ${app} with check (
    (select p.author_id = (select viewer()) from post p where p.id = post_revision.post_id));
create policy seal on post_revision for update to ${app} using (
    (select p.author_id = (select viewer()) and p.state <> 'visible' from post p where p.id = post_revision.post_id));
grant select, insert, update (sealed) on post_revision to ${app};

create policy read on report for select to ${app} using (
    reporter_id = (select viewer())
    or (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = report.community_id));
create policy make on report for insert to ${app} with check (
    reporter_id = (select viewer()) and decided_at is null and (select true from post p where p.id = report.post_id));
create policy decide on report for update to ${app} using (
    (select a.moderates from access a where a.person_id = (select viewer()) and a.community_id = report.community_id));
grant select, insert, update (decided_at, decided_by, verdict) on report to ${app};

create policy read on community_log for select to ${app} using (
    (select a.roles && '{moderator,core_team,chair,relationship_manager}' from access a where a.person_id = (select viewer()) and a.community_id = community_log.community_id));
create policy write on community_log for insert to ${app} with check (
    actor_id = (select viewer())
    and (select true from access a where a.person_id = (select viewer()) and a.community_id = community_log.community_id));
grant select, insert on community_log to ${app};

-- What one's own transaction wrote, so that its place in the log can be told.
create policy own_transaction on change_log for select to ${app} using (xid = pg_current_xact_id_if_assigned());
create policy append on change_log for insert to ${app} with check (xid = pg_current_xact_id());
grant select, insert on change_log to ${app};

create policy own on submission for select to ${app} using (person_id = (select viewer()));
create policy once on submission for insert to ${app} with check (person_id = (select viewer()));
create policy tell on submission for update to ${app} using (person_id = (select viewer()));
grant select, insert, update (content_type, content_id) on submission to ${app};

-- Mail is written by whoever causes it and read by nobody but the sender's job and, as system, an administrator's page.
create policy write on mail for insert to ${app} with check ((select viewer()) > 0);
grant insert on mail to ${app};
