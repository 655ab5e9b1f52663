-- Mail to people of the service. Sealed until it left; then its row alone stays for a while, so that the same
-- message never leaves a second time.
create table mail_message (
  -- Keyed hash of the message's own key.
  id text primary key,
  sealed bytea,
  made timestamptz(3) not null
);
create index mail_message_made on mail_message (made);
