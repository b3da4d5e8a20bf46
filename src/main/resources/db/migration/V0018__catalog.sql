-- What we run: services, components and environments, what each depends on and where it runs.
create schema if not exists catalog;

create table catalog.part (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('service', 'component', 'environment')),
    -- Lower case; it never changes, since other systems and files know it.
    key text not null unique,
    name_en text not null,
    name_it text not null,
    description text,
    -- The key and both names as they are looked for: lower case, without accents.
    words text not null,
    team_id bigint not null references staff.team,
    core boolean not null default false,
    version int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- It is offered no more and touches nobody, but keeps its place until it is brought back.
    retired_at timestamptz
);
create index part_kind on catalog.part (kind, id);
create index part_team on catalog.part (team_id);

create table catalog.dependency (
    part_id bigint not null references catalog.part on delete cascade,
    on_id bigint not null references catalog.part,
    how text not null check (how in ('dependsOn', 'runsOn')),
    primary key (part_id, on_id),
    check (part_id <> on_id)
);
create index dependency_on on catalog.dependency (on_id, part_id);

-- What of it a customer's platform runs on.
create table customers.platform_part (
    platform_id bigint not null references customers.platform on delete cascade,
    part_key text not null references catalog.part (key),
    primary key (platform_id, part_key)
);
create index platform_part_part on customers.platform_part (part_key, platform_id);

alter table catalog.part enable row level security;
alter table catalog.part force row level security;
create policy customer_wall on catalog.part using (runtime.sees_all());
alter table catalog.dependency enable row level security;
alter table catalog.dependency force row level security;
create policy customer_wall on catalog.dependency using (runtime.sees_all());
alter table customers.platform_part enable row level security;
alter table customers.platform_part force row level security;
create policy customer_wall on customers.platform_part using (
    case when runtime.sees_all() then true
         else exists (select from customers.platform p where p.id = platform_id) end);
