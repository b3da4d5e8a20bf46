-- Whether a customer was content with how their ticket was resolved: asked once, by a link of theirs.
create table tickets.opinion (
    id bigint generated always as identity primary key,
    ticket_id bigint not null unique references tickets.ticket,
    -- The mail that asked; null once it lies with no message of ours any more.
    message_id bigint references tickets.message on delete set null,
    address text not null,
    name text,
    language text not null check (language in ('en', 'it')),
    asked_at timestamptz not null,
    ends_at timestamptz not null,
    answer text check (answer in ('satisfied', 'partly', 'unsatisfied')),
    comment text not null default '',
    answered_at timestamptz,
    -- How often they said something: a link is not a place to write without end.
    said int not null default 0
);
create index opinion_message on tickets.opinion (message_id) where message_id is not null;

-- The last answer, beside the ticket: lists show it.
alter table tickets.ticket add column satisfaction text
    check (satisfaction in ('satisfied', 'partly', 'unsatisfied'));

alter table tickets.opinion enable row level security;
alter table tickets.opinion force row level security;
create policy customer_wall on tickets.opinion using (runtime.sees_all());
