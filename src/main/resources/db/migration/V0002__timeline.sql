-- What happened, to what, by whom: append-only. History, audit and webhooks are made from it.
create schema if not exists timeline;

create table timeline.entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null,
    actor_kind text not null check (actor_kind in ('technician', 'contact', 'token', 'pronto')),
    actor_id bigint,
    actor_name text not null,
    subject_kind text not null,
    subject_id bigint not null,
    customer_id bigint,
    data jsonb not null default '{}'
);
create index entry_subject on timeline.entry (subject_kind, subject_id, id);
create index entry_actor on timeline.entry (actor_kind, actor_id, id);
create index entry_kind on timeline.entry (kind, id);
alter table timeline.entry enable row level security;
alter table timeline.entry force row level security;
create policy customer_wall on timeline.entry using (runtime.sees(customer_id));

-- Nobody rewrites what happened, and no mistake of ours does either.
create function timeline.refuse_change() returns trigger language plpgsql
    as $$ begin raise exception 'the timeline is only ever added to'; end $$;
create trigger only_added_to before update or delete or truncate on timeline.entry
    for each statement execute function timeline.refuse_change();
