-- Whether somebody said the language of a resource. Where nobody did, it is heard from what stands in it, as soon as that
-- has been read. Of what is here already nobody knows any more.
alter table resource add column language_said boolean not null default true;
alter table resource_wording add column language_said boolean not null default true;
grant insert (language_said), update (language_said) on resource to ${app};
