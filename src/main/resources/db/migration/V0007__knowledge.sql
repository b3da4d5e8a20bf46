-- Answers that are written once and sent often.
create schema if not exists knowledge;

create table knowledge.canned_answer (
    id bigint generated always as identity primary key,
    name text not null,
    language text not null check (language in ('en', 'it')),
    html text not null,
    team_id bigint references staff.team,
    version int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    archived_at timestamptz
);
create unique index canned_answer_name on knowledge.canned_answer (lower(name), language) where archived_at is null;
