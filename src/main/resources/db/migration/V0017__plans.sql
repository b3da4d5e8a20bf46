-- What was promised: calendars of working hours and support plans. Nothing is overwritten: each version says who wrote it
-- and when, so that a deadline can be explained after a correction.
create schema if not exists sla;

create table sla.calendar (
    id bigint generated always as identity primary key,
    name text not null,
    version int not null default 1,
    removed_at timestamptz
);
-- Case does not count, of the letters that are the same on every database.
create unique index calendar_name on sla.calendar (lower(name collate "C")) where removed_at is null;

create table sla.calendar_version (
    calendar_id bigint not null references sla.calendar,
    version int not null,
    written_at timestamptz not null,
    written_by text not null,
    -- As the API shows it.
    body jsonb not null,
    primary key (calendar_id, version)
);

create table sla.plan (
    id bigint generated always as identity primary key,
    name text not null,
    version int not null default 1,
    removed_at timestamptz
);
create unique index plan_name on sla.plan (lower(name collate "C")) where removed_at is null;

create table sla.plan_version (
    plan_id bigint not null references sla.plan,
    version int not null,
    -- What it says holds from here on, to where the next one begins; of two that begin together, what was written later.
    from_at timestamptz not null,
    written_at timestamptz not null,
    written_by text not null,
    body jsonb not null,
    -- Whether those who count in it were told that it holds now.
    begun boolean not null,
    primary key (plan_id, version)
);
create index plan_version_from on sla.plan_version (plan_id, from_at, version);
create index plan_version_coming on sla.plan_version (from_at) where not begun;

-- A calendar binds nobody until a plan names it; a plan is the vendor's word, so none is given here.
insert into sla.calendar (name) values ('Italia');
insert into sla.calendar_version (calendar_id, version, written_at, written_by, body)
select id, 1, timestamptz '2026-01-01 00:00:00+00', 'Pronto', '{
    "name": "Italia", "timeZone": "Europe/Rome",
    "weekly": [
        {"days": ["MON", "TUE", "WED", "THU", "FRI"], "from": "09:00", "to": "13:00"},
        {"days": ["MON", "TUE", "WED", "THU", "FRI"], "from": "14:00", "to": "18:00"}],
    "holidays": ["IT"], "closed": [], "open": []}'::jsonb
  from sla.calendar where name = 'Italia';

-- The plans a customer had and will have; one without a line here has had its plan as long as it is known.
create table customers.plan_period (
    customer_id bigint not null references customers.customer on delete cascade,
    from_at timestamptz not null,
    plan text,
    written_at timestamptz not null,
    written_by text not null,
    -- Whether it has become the customer's plan; until then it is waited for.
    begun boolean not null,
    primary key (customer_id, from_at)
);
create index plan_period_coming on customers.plan_period (from_at) where not begun;
create index customer_plan on customers.customer (lower(plan collate "C")) where plan is not null;
create index plan_period_plan on customers.plan_period (lower(plan collate "C")) where plan is not null;
alter table customers.plan_period enable row level security;
alter table customers.plan_period force row level security;
create policy customer_wall on customers.plan_period using (runtime.sees(customer_id));
