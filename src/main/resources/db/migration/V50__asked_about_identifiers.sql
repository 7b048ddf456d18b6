-- Whether whoever writes in a community is asked about what could tell who a patient is, before it is sent.

alter table community add column asks_identifiers boolean not null default true;
grant update (asks_identifiers) on community to ${app};
