-- A plan that cannot be published for a fault of the site is tried some times, then set aside for its author to see:
-- due for ever, a few of them would stand before all others.
alter table planned add column tries int not null default 0;
alter table planned drop constraint planned_problem_check;
alter table planned add constraint planned_problem_check check (problem in ('rights', 'words', 'account', 'fault'));
grant update (tries) on planned to ${app};
