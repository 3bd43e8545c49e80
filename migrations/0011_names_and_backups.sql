-- User names that differ only in case or width are one. From here on they are kept as they are compared; where two people already have
-- names that would become one, the elder keeps it and the later ones get a number behind it.
alter table person no force row level security;
alter table person disable row level security;
-- In two steps, because two names may change places.
update person set username = who || ':' || one || case when nth = 1 then '' else '-' || nth end
  from (select tenant_id as company, id as who, lower(normalize(username, NFKC)) as one,
      row_number() over (partition by tenant_id, lower(normalize(username, NFKC)) order by created_at, id) as nth from person) as counted
  where tenant_id = company and id = who and (username <> one or nth > 1);
update person set username = substr(username, 38) where strpos(username, ':') = 37;
alter table person enable row level security;
alter table person force row level security;

-- What became of each backup and of each trial of restoring one. About this installation and not about a company: no tenant, no row-level
-- security, and no right for the roles of the product; it is never part of a backup.
create table backup_run (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'trial')),
  folder text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- null while it runs
  succeeded boolean,
  rows bigint,
  bytes bigint,
  files bigint,
  -- what went wrong, or what is doubtful, one sentence in each language
  message jsonb
);
comment on table backup_run is 'local table';
create index backup_run_recent on backup_run (kind, started_at desc);
