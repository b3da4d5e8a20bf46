-- How a ticket went from team to team and came back; no customer sees it.
-- How often it came back to a team that had it before: what bounces is shown to who leads.
alter table tickets.ticket add column bounces int not null default 0;
create index ticket_bounced on tickets.ticket (opened_at, id)
    where bounces >= 3 and state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;

create table tickets.escalation (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references tickets.ticket,
    from_team_id bigint not null references staff.team,
    from_technician_id bigint references staff.technician,
    to_team_id bigint not null references staff.team,
    reason text not null check (reason in
        ('causeNotFound', 'cannotResolve', 'needsSkill', 'returned', 'nobodyMoved', 'reassigned')),
    skill text,
    note text not null,
    tried text,
    seen text,
    reproduce text,
    -- The mark of the clock that was passed while nobody moved.
    clock text check (clock in ('pickup', 'answer', 'update', 'resolution')),
    clock_round int,
    percent int check (percent in (50, 75, 90, 100)),
    by_name text not null,
    at timestamptz not null,
    -- Who had it afterwards: an undoing finds it so, or comes too late.
    to_technician_id bigint references staff.technician,
    -- It came to a team that had it before.
    again boolean not null,
    undone_at timestamptz,
    check (from_team_id <> to_team_id),
    check ((reason = 'nobodyMoved') = (clock is not null)),
    check ((clock is null) = (percent is null) and (clock is null) = (clock_round is null))
);
create index escalation_ticket on tickets.escalation (ticket_id, id) where undone_at is null;
-- However many look, and whatever is undone: by itself it goes once for each mark.
create unique index escalation_by_itself on tickets.escalation (ticket_id, clock, clock_round, percent)
    where clock is not null;

alter table tickets.escalation enable row level security;
alter table tickets.escalation force row level security;
create policy customer_wall on tickets.escalation using (runtime.sees_all());

-- At which mark of a clock a ticket of the team goes to the next tier by itself; null means never.
alter table staff.team
    add column escalates_at int check (escalates_at in (50, 75, 90, 100));
