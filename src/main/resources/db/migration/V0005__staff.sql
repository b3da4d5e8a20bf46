-- The people who answer, how they sign in, and the programs that act for them.
create schema if not exists staff;

create table staff.team (
    id bigint generated always as identity primary key,
    name text not null,
    created_at timestamptz not null,
    -- Old tickets still tell its name.
    removed_at timestamptz
);
create unique index team_name on staff.team (lower(name)) where removed_at is null;

create table staff.technician (
    id bigint generated always as identity primary key,
    email text not null unique,
    name text not null,
    role text not null check (role in ('technician', 'lead', 'manager', 'administrator', 'auditor')),
    language text not null default 'en' check (language in ('en', 'it')),
    time_zone text,
    password_hash text,
    theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
    single_keys boolean not null default true,
    away_since timestamptz,
    left_at timestamptz,
    created_at timestamptz not null
);

create table staff.membership (
    team_id bigint not null references staff.team,
    technician_id bigint not null references staff.technician,
    primary key (team_id, technician_id)
);
create index membership_technician on staff.membership (technician_id);

create table staff.session (
    id bigint generated always as identity primary key,
    token_hash text not null unique,
    technician_id bigint not null references staff.technician,
    csrf text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    address text,
    browser text
);
create index session_technician on staff.session (technician_id);
create index session_ends on staff.session (ends_at);

create table staff.sign_in_link (
    token_hash text primary key,
    technician_id bigint references staff.technician,
    purpose text not null check (purpose in ('first', 'invite', 'signIn')),
    created_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz
);

create index sign_in_link_technician on staff.sign_in_link (technician_id);
create index sign_in_link_ends on staff.sign_in_link (ends_at);

-- Attempts are counted before they are judged, so that many at once cannot slip through together.
create table staff.attempt (
    key text primary key,
    failures int not null,
    blocked_until timestamptz not null,
    last_at timestamptz not null
);
create index attempt_last on staff.attempt (last_at);

create table staff.token (
    id bigint generated always as identity primary key,
    name text not null,
    token_hash text not null unique,
    scopes text[] not null,
    -- Whom it acts for; null for one made on the command line.
    technician_id bigint references staff.technician,
    created_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index token_technician on staff.token (technician_id);
