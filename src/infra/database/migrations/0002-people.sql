-- People, their ways in, and what was shared with whom. E-mail addresses are sealed; a keyed fingerprint finds them.
create table person (
  id text primary key,
  made timestamptz(3) not null,
  lang text not null check (lang in ('en', 'es')),
  -- Both or neither. An address made known by somebody else (a colleague) becomes the person's own at their first sign-in.
  email_sealed bytea,
  email_print text unique,
  check ((email_sealed is null) = (email_print is null))
);

-- Tokens are never kept, only their SHA-256.
create table session (
  hash bytea primary key,
  person text not null references person on delete cascade,
  started timestamptz(3) not null,
  used timestamptz(3) not null
);
create index session_person on session (person);
create index session_used on session (used);

create table sign_in_link (
  hash bytea primary key,
  purpose text not null check (purpose in ('signIn', 'changeEmail')),
  email_sealed bytea not null,
  asked_by text references person on delete set null,
  lang text not null,
  next text not null,
  until timestamptz(3) not null
);
create index sign_in_link_until on sign_in_link (until);

create table case_link (
  id text primary key,
  hash bytea not null unique,
  case_id text not null references case_record on delete cascade,
  kind text not null check (kind in ('resume', 'signing', 'preparation')),
  signing text,
  role text not null check (role in ('patient', 'representative', 'prescriber', 'staff')),
  made_by text not null,
  made timestamptz(3) not null,
  until timestamptz(3) not null,
  check ((kind = 'resume') = (signing is null)),
  check (kind <> 'signing' or role = 'prescriber'),
  check (kind <> 'preparation' or role = 'staff')
);
create index case_link_case on case_link (case_id);

-- Who came in by a signing or preparation link. Gone with the link.
create table case_link_taken (
  link text not null references case_link on delete cascade,
  person text not null references person on delete cascade,
  at timestamptz(3) not null,
  primary key (link, person)
);
create index case_link_taken_person on case_link_taken (person);

create table organisation (
  id text primary key,
  name text not null,
  made timestamptz(3) not null
);

create table organisation_member (
  organisation text not null references organisation on delete cascade,
  person text not null references person on delete cascade,
  role text not null check (role in ('staff', 'prescriber', 'admin')),
  primary key (organisation, person)
);
create index organisation_member_person on organisation_member (person);

create table organisation_case (
  organisation text not null references organisation on delete cascade,
  case_id text not null references case_record on delete cascade,
  shared timestamptz(3) not null,
  primary key (organisation, case_id)
);
create index organisation_case_case on organisation_case (case_id);

create table passkey (
  -- The credential's id, base64url.
  id text primary key,
  person text not null references person on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made timestamptz(3) not null,
  used timestamptz(3)
);
create index passkey_person on passkey (person);

create table passkey_challenge (
  hash bytea primary key,
  -- Who registers; null: a sign-in.
  person text references person on delete cascade,
  until timestamptz(3) not null
);
create index passkey_challenge_until on passkey_challenge (until);

-- Token buckets. Lost in a crash without harm.
create unlogged table rate_bucket (
  key text primary key,
  tokens double precision not null,
  at timestamptz(3) not null
);
create index rate_bucket_at on rate_bucket (at);
