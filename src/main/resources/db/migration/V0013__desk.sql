-- A mail of no ticket that somebody has seen to waits no longer.
alter table tickets.unfiled add column put_away_at timestamptz;
alter table tickets.unfiled add column put_away_by bigint references staff.technician;
alter table tickets.unfiled add column put_away_because text
    check (put_away_because in ('read', 'notForUs', 'doneElsewhere', 'other'));
create index unfiled_waiting on tickets.unfiled (incoming_id desc) where put_away_at is null;
create index unfiled_put_away on tickets.unfiled (put_away_at desc, incoming_id desc) where put_away_at is not null;

-- By what customers call their platforms, a report says whose it is.
create index platform_name on customers.platform (lower(name));
create index platform_external_id on customers.platform (lower(external_id));
create index platform_host on customers.platform (lower(substring(url from '^https?://([^/:?#]+)')));
