-- What was asked, paid and given back. No health data, and after a case is deleted no trace of which it was.
create table payment (
  id text primary key,
  case_id text references case_record on delete set null,
  person text not null,
  list_cents integer not null,
  cents integer not null check (cents > 0),
  coupon text,
  -- The provider is asked with this row's values only, so that asking again is the same question.
  email_sealed bytea not null,
  state text not null check (state in ('begun', 'open', 'paid', 'ended')),
  begun timestamptz(3) not null,
  session text unique,
  url text,
  intent text unique,
  receipt text,
  paid timestamptz(3),
  refunded_cents integer not null default 0 check (refunded_cents >= 0 and refunded_cents <= cents),
  check (state <> 'paid' or (paid is not null and intent is not null))
);
create index payment_case on payment (case_id);
create index payment_person on payment (person);
-- One checkout at a time for a case.
create unique index payment_one_open on payment (case_id) where state in ('begun', 'open');

-- A customer's one use of a coupon, claimed when the checkout begins, given back when it ends unpaid.
-- Customers are keyed hashes of the person and of the mailbox.
create table coupon_use (
  coupon text not null,
  customer text not null,
  payment text not null references payment on delete cascade,
  primary key (coupon, customer)
);
create index coupon_use_payment on coupon_use (payment);

-- Webhooks that were taken, by the provider's event id.
create table payment_event (
  id text primary key,
  payment text,
  at timestamptz(3) not null
);
create index payment_event_at on payment_event (at);
