-- What we asked a customer for, and what came of it. The link they answer by is kept as its hash.
create table tickets.asking (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references tickets.ticket,
    -- Whom we asked: the link is theirs.
    address text not null,
    name text,
    language text not null check (language in ('en', 'it')),
    items jsonb not null,
    token_hash bytea unique,
    asked_by text not null,
    asked_at timestamptz not null,
    ends_at timestamptz not null,
    -- When we remind them, or stop waiting; null where nothing follows.
    next_at timestamptz,
    reminders int not null default 0,
    answered_at timestamptz,
    -- A newer one took its place.
    replaced_at timestamptz,
    -- How often the link was written with lately.
    sent_count int not null default 0,
    sent_since timestamptz
);
create index asking_ticket on tickets.asking (ticket_id, id);
create index asking_next on tickets.asking (next_at) where next_at is not null;

alter table tickets.asking enable row level security;
alter table tickets.asking force row level security;
create policy customer_wall on tickets.asking using (runtime.sees_all());
