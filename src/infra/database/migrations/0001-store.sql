-- Cases as lists of sealed events. Ids, order and times are plain; everything else is cipher under the case's own key.
create table case_record (
  id text primary key,
  opened timestamptz(3) not null,
  changed timestamptz(3) not null,
  -- Seq of the last event: what an append must name.
  last integer not null
);
create index case_record_changed on case_record (changed);

-- The only table whose loss makes a case unreadable for good: kept apart, here and in backups.
create table case_key (
  case_id text primary key references case_record on delete cascade,
  wrapped bytea not null
);

create table case_event (
  case_id text not null references case_record on delete cascade,
  seq integer not null check (seq > 0),
  at timestamptz(3) not null,
  sealed bytea not null,
  primary key (case_id, seq)
);
-- Cipher can not be compressed: trying costs time only.
alter table case_event alter column sealed set storage external;

create table case_member (
  case_id text not null references case_record on delete cascade,
  person text not null,
  role text not null check (role in ('patient', 'representative', 'prescriber', 'staff')),
  granted timestamptz(3) not null,
  primary key (case_id, person)
);
create index case_member_person on case_member (person);

create table case_kept (
  case_id text not null references case_record on delete cascade,
  name text not null,
  seq integer not null,
  sealed bytea not null,
  primary key (case_id, name)
);
alter table case_kept alter column sealed set storage external;

create table case_file (
  case_id text not null references case_record on delete cascade,
  doc text not null,
  blob text not null unique,
  bytes bigint not null,
  primary key (case_id, doc)
);

-- Contents no file points to: not yet, or no more. Swept after a while.
create table blob_loose (
  blob text primary key,
  since timestamptz not null default now()
);
create index blob_loose_since on blob_loose (since);

-- How far work is: worth nothing after a crash, so never written to the log.
create unlogged table case_progress (
  case_id text not null,
  what text not null,
  step text not null,
  done integer not null,
  "of" integer not null,
  told timestamptz not null default now(),
  primary key (case_id, what)
);

create table audit (
  seq bigint primary key,
  at text not null,
  text text not null,
  hash text not null
);
create function audit_refuses() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function audit_refuses();

-- Tells another master key from the one the data was sealed with.
create table vault_check (
  one boolean primary key default true check (one),
  mark text not null,
  -- Which line of data this is: the same in a database restored from its backup, in no other.
  lineage uuid not null default gen_random_uuid()
);
