-- When the customer was told to hear from us next; the clock of that promise follows it.
alter table tickets.message add column next_update_at timestamptz;
alter table tickets.draft add column next_update_at timestamptz;
