-- A ticket that nobody has looked at yet may be anything: in the queue it stands right behind the critical ones.
drop index tickets.ticket_queue;
drop index tickets.ticket_team;
drop index tickets.ticket_free;
drop index tickets.ticket_technician;
create index ticket_queue on tickets.ticket (coalesce(priority, 'P15'), opened_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_team on tickets.ticket (team_id, coalesce(priority, 'P15'), opened_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_free on tickets.ticket (team_id, coalesce(priority, 'P15'), opened_at, id)
    where technician_id is null and state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_technician on tickets.ticket (technician_id, coalesce(priority, 'P15'), opened_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
