-- Tickets that are merged and split, messages that are moved: rows are placed elsewhere, and an act remembers where they lay.
alter table tickets.ticket
    -- Another ticket holds what was said here; whoever opens this one is led there.
    add column merged_into_id bigint references tickets.ticket,
    -- Its own time, while the older one of a ticket merged into it counts.
    add column opened_itself_at timestamptz;
create index ticket_merged on tickets.ticket (merged_into_id) where merged_into_id is not null;

-- The ticket on which a message first lay, or to which it was addressed, while it lies on another.
alter table tickets.message add column home_ticket_id bigint references tickets.ticket;
create index message_home on tickets.message (home_ticket_id) where home_ticket_id is not null;

create table tickets.act (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('merge', 'split', 'move')),
    -- Where the messages lay, and where they lie by this act.
    ticket_id bigint not null references tickets.ticket,
    into_id bigint not null references tickets.ticket,
    by_name text not null,
    at timestamptz not null,
    undone_at timestamptz,
    -- The last message there was: what is newer came afterwards.
    last_message_id bigint not null,
    -- How both stood before, and how the second stood then: undoing gives it back where nobody moved it on.
    ticket_state text not null,
    ticket_closed_at timestamptz,
    into_before text not null,
    into_after text not null,
    into_resolved_at timestamptz,
    into_closed_at timestamptz,
    into_resolution_kind text,
    into_resolution_text text,
    into_resolution_evidence text,
    into_undelivered text,
    check (ticket_id <> into_id)
);
create unique index act_one_merge on tickets.act (ticket_id) where kind = 'merge' and undone_at is null;
create unique index act_one_split on tickets.act (into_id) where kind = 'split' and undone_at is null;
create index act_ticket on tickets.act (ticket_id, id) where undone_at is null;
create index act_into on tickets.act (into_id, id) where undone_at is null;

-- The messages that an act placed, and those that came afterwards and would have come there without it.
create table tickets.placed (
    act_id bigint not null references tickets.act,
    message_id bigint not null references tickets.message on delete cascade,
    came_later boolean not null default false,
    primary key (act_id, message_id)
);
create index placed_message on tickets.placed (message_id, act_id);

-- Who takes part, or waits to, by an act; and how long they had waited before.
create table tickets.let_in (
    act_id bigint not null references tickets.act,
    address text not null,
    takes_part boolean not null,
    waited_name text,
    waited_at timestamptz,
    refused_at timestamptz,
    primary key (act_id, address)
);

-- Unsent texts that came along, and what they were before and afterwards.
create table tickets.carried_draft (
    act_id bigint not null references tickets.act,
    technician_id bigint not null references staff.technician,
    kind text not null check (kind in ('message', 'note')),
    html_before text,
    attachments_before jsonb,
    saved_before timestamptz,
    html_after text not null,
    attachments_after jsonb not null,
    primary key (act_id, technician_id, kind)
);

alter table tickets.act enable row level security;
alter table tickets.act force row level security;
create policy customer_wall on tickets.act using (runtime.sees_all());
alter table tickets.placed enable row level security;
alter table tickets.placed force row level security;
create policy customer_wall on tickets.placed using (runtime.sees_all());
alter table tickets.let_in enable row level security;
alter table tickets.let_in force row level security;
create policy customer_wall on tickets.let_in using (runtime.sees_all());
alter table tickets.carried_draft enable row level security;
alter table tickets.carried_draft force row level security;
create policy customer_wall on tickets.carried_draft using (runtime.sees_all());
