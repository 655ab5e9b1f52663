-- What became of cases, for the public counts. Nothing of a person, no case, no day: only the month.
-- The receipt is a random word that only the sealed events of the case hold, so that a case is counted once.
create table outcome_count (
  receipt text primary key,
  payer text,
  reason text,
  treatment text,
  coverage text,
  level text,
  outcome text not null check (outcome in ('overturned', 'partly_overturned', 'upheld', 'dismissed', 'withdrawn', 'other', 'open')),
  month text not null check (month ~ '^\d{4}-\d{2}$')
);
