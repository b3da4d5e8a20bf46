-- What every module stands on: who this installation is, what changed, what runs later, what was answered before.
create schema if not exists runtime;

create table runtime.installation (
    only_row boolean primary key default true check (only_row),
    id uuid not null default gen_random_uuid(),
    -- A restored database has other transaction ids: whoever remembers a place in runtime.change forgets it when this differs.
    epoch uuid not null default gen_random_uuid(),
    version text not null,
    -- Pushed by tests and by the demo; zero in every other installation.
    clock_shift interval not null default interval '0',
    -- Where the feed of changes begins: what older transactions wrote is forgotten.
    feed_starts_after xid8 not null default '0',
    -- Says whether a master key is the one this database was made with; the key itself is never here.
    key_check text,
    -- While a backup is being restored, so that nobody starts on half of it.
    half_restored boolean not null default false
);
insert into runtime.installation (version) values ('0.1.0');

create table runtime.node (
    id uuid primary key,
    -- Machine and process.
    address text not null,
    -- Where people reach it, known once it listens.
    url text,
    version text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null
);

-- Written by whoever asks a node whether it could commit.
create table runtime.heartbeat (
    node_id uuid primary key,
    beats bigint not null
);

-- The feed of changes: one row for each thing that changed, in the transaction that changed it.
-- Read in the order (xid, seq) and only below the oldest running transaction, so that nothing is skipped.
create table runtime.change (
    xid xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    topic text not null,
    key text not null,
    at timestamptz not null,
    primary key (xid, seq)
);
create index change_at on runtime.change (at);

create table runtime.idempotency (
    owner text not null,
    key text not null,
    request_hash text not null,
    status int,
    content_type text,
    headers text,
    body bytea,
    created_at timestamptz not null,
    primary key (owner, key)
);
create index idempotency_created on runtime.idempotency (created_at);

-- Spring Modulith's event log (its version 2 layout).
create table runtime.event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_open on runtime.event_publication (publication_date) where completion_date is null;
create index event_publication_hash on runtime.event_publication using hash (serialized_event);

-- db-scheduler's table.
create table runtime.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on runtime.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on runtime.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on runtime.scheduled_tasks (priority desc, execution_time asc);

-- The second wall between customers. A connection says for whom it reads: 'all' for our own people and jobs,
-- 'customer' for one customer. One that says nothing sees nothing.
create function runtime.sees_all() returns boolean language sql stable parallel safe
    as $$ select coalesce(current_setting('pronto.scope', true), '') = 'all' $$;
create function runtime.sees(customer bigint) returns boolean language sql stable parallel safe
    as $$ select case coalesce(current_setting('pronto.scope', true), '')
                 when 'all' then true
                 when 'customer' then customer = nullif(current_setting('pronto.customer', true), '')::bigint
                 else false end $$;
