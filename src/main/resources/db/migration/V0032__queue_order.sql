-- Where a ticket stands: by the promise that breaks next, weighed, and by its age where nobody takes it. Reckoned whenever
-- its clocks are followed, so that the order needs no look at the time.
alter table tickets.ticket add column stands_at timestamptz not null default timestamptz '2000-01-01 00:00:00+00';
update tickets.ticket t
   set stands_at = least(
           case when coalesce(t.priority, 'P1') = 'P1' then t.opened_at + interval '1 hour'
                else t.opened_at + interval '120 hours' end,
           (select min(k.due_at) from tickets.clock k where k.ticket_id = t.id and k.state = 'running'))
 where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;

drop index tickets.ticket_queue;
drop index tickets.ticket_team;
drop index tickets.ticket_free;
drop index tickets.ticket_technician;
-- The critical ones, then those that nobody has looked at yet, then all others.
create index ticket_queue on tickets.ticket (least(coalesce(priority, 'P15'), 'P2'), stands_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_team on tickets.ticket (team_id, least(coalesce(priority, 'P15'), 'P2'), stands_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_free on tickets.ticket (team_id, least(coalesce(priority, 'P15'), 'P2'), stands_at, id)
    where technician_id is null and state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_technician on tickets.ticket (technician_id, least(coalesce(priority, 'P15'), 'P2'), stands_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
