-- Mail that does not arrive is told to people, and what we do not say by ourselves is kept.

-- When its writer was told that it is late, which happens once.
alter table channels.delivery add column late_at timestamptz;
create index delivery_late on channels.delivery (send_after) where state in ('queued', 'deferred') and late_at is null;

-- What we last wrote on it did not arrive, or not yet, and nobody has said so far that they know.
alter table tickets.ticket add column undelivered text check (undelivered in ('late', 'lost'));

-- What somebody is called for: a note that names them, or a message of theirs that is late or lost.
alter table tickets.mention add column about text not null default 'note' check (about in ('note', 'late', 'lost'));

-- All that we write by ourselves is counted; those whom nobody proved are counted a second time, and get less.
alter table tickets.courtesy_at add column proven boolean not null default false;

-- What their last report said, without its numbers, and how often in a row it answered a mail of our own making.
alter table tickets.courtesy add column echo text;
alter table tickets.courtesy add column rounds int not null default 0;

-- Mail of our own making that was not written, and why.
create table tickets.withheld (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    ticket_id bigint not null references tickets.ticket,
    address text not null,
    reason text not null check (reason in ('address', 'domain', 'everybody', 'loop'))
);
create index withheld_at on tickets.withheld (at);
alter table tickets.withheld enable row level security;
alter table tickets.withheld force row level security;
create policy customer_wall on tickets.withheld using (runtime.sees_all());
