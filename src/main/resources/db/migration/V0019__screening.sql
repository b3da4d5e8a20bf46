-- The first look at a ticket, and the table from which its priority follows.
create schema if not exists sla;

-- Every version of the priority table: what is changed becomes a new one, and so does going back.
create table sla.priority_table (
    version bigint primary key,
    content jsonb not null,
    at timestamptz not null,
    by_name text not null,
    -- The earlier version that this one brought back.
    restores bigint references sla.priority_table
);
insert into sla.priority_table (version, content, at, by_name)
values (1, '{"points": {"severity": {"minor": 0, "major": 10, "blocking": 22, "dataAtRisk": 30}, "coreImpact": {"none": 0, "slight": 8, "heavy": 20, "stopped": 30}, "reach": {"onePerson": 0, "oneCustomer": 6, "severalCustomers": 13, "most": 20}, "degradation": {"none": 0, "slow": 3, "intermittent": 6, "unusable": 10}, "workaround": {"acceptable": 0, "costly": 5, "none": 10}}, "thresholds": {"P1": 80, "P2": 50, "P3": 25}, "rules": [{"when": {"severity": "dataAtRisk"}, "priority": "P1"}, {"when": {"coreImpact": "heavy", "reach": "most"}, "priority": "P1"}]}',
        clock_timestamp(), 'Pronto');

-- What somebody answered, each time; the last one counts.
create table tickets.screening (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references tickets.ticket,
    severity text not null check (severity in ('minor', 'major', 'blocking', 'dataAtRisk')),
    core_impact text not null check (core_impact in ('none', 'slight', 'heavy', 'stopped')),
    reach text not null check (reach in ('onePerson', 'oneCustomer', 'severalCustomers', 'most')),
    degradation text not null check (degradation in ('none', 'slow', 'intermittent', 'unusable')),
    workaround text not null check (workaround in ('acceptable', 'costly', 'none')),
    -- What a person set instead of what was computed, and why.
    override_priority text check (override_priority in ('P1', 'P2', 'P3', 'P4')),
    override_reason text,
    by_name text not null,
    at timestamptz not null,
    check ((override_priority is null) = (override_reason is null))
);
create index screening_ticket on tickets.screening (ticket_id, id desc);

alter table tickets.ticket
    add column screening_id bigint references tickets.screening,
    -- The reach counted from what is linked; the larger of it and the one that was typed counts.
    add column reach_counted text check (reach_counted in ('onePerson', 'oneCustomer', 'severalCustomers', 'most')),
    -- What the table says, also where a person set another, and which version of the table said so.
    add column priority_computed text check (priority_computed in ('P1', 'P2', 'P3', 'P4')),
    add column priority_version bigint;
-- The open ones by the table that they were computed from: those of an older one are computed anew.
create index ticket_computed on tickets.ticket (priority_version, id)
    where screening_id is not null and state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_screening on tickets.ticket (screening_id) where screening_id is not null;

alter table tickets.screening enable row level security;
alter table tickets.screening force row level security;
create policy customer_wall on tickets.screening using (runtime.sees_all());

-- Tickets about the same matter, whoever reported them: whom they come from is counted. The older one stands first.
create table tickets.related (
    ticket_id bigint not null references tickets.ticket,
    other_id bigint not null references tickets.ticket,
    by_name text not null,
    at timestamptz not null,
    primary key (ticket_id, other_id),
    check (ticket_id < other_id)
);
create index related_other on tickets.related (other_id, ticket_id);
alter table tickets.related enable row level security;
alter table tickets.related force row level security;
create policy customer_wall on tickets.related using (runtime.sees_all());
