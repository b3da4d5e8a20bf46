-- The promises of a ticket: a clock for each, its ledger, and what was warned of and broken.
create table tickets.clock (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references tickets.ticket,
    kind text not null check (kind in ('pickup', 'answer', 'update', 'resolution')),
    -- Each message to the customer promises the next one anew.
    round int not null default 1,
    started_at timestamptz not null,
    -- What happened to it, in order: when, what, why, and what it is held to from there. All else is derived from this.
    ledger jsonb not null,
    state text not null check (state in ('running', 'paused', 'stopped')),
    due_at timestamptz,
    -- The last mark that was told, in hundredths of the promise, and when the next one is passed.
    told int not null default 0 check (told in (0, 50, 75, 90, 100)),
    next_at timestamptz,
    unique (ticket_id, kind, round)
);
create index clock_next on tickets.clock (next_at) where next_at is not null;
create index clock_due on tickets.clock (due_at) where state = 'running' and due_at is not null;

-- Facts for figures: which marks were passed when. What a correction proved untrue is withdrawn, not removed.
create table tickets.clock_mark (
    clock_id bigint not null references tickets.clock,
    percent int not null check (percent in (50, 75, 90, 100)),
    due_at timestamptz not null,
    passed_at timestamptz not null,
    told_at timestamptz not null,
    plan text,
    priority text,
    withdrawn_at timestamptz,
    primary key (clock_id, percent, due_at)
);
create index clock_mark_broken on tickets.clock_mark (passed_at) where percent = 100;

alter table tickets.clock enable row level security;
alter table tickets.clock force row level security;
create policy customer_wall on tickets.clock using (
    case when runtime.sees_all() then true
         else exists (select from tickets.ticket t where t.id = ticket_id) end);
alter table tickets.clock_mark enable row level security;
alter table tickets.clock_mark force row level security;
create policy customer_wall on tickets.clock_mark using (
    case when runtime.sees_all() then true
         else exists (select from tickets.clock c where c.id = clock_id) end);
