-- Bytes that people attach and mails as they came; the bytes lie outside, named by their SHA-256.
create schema if not exists files;

create table files.file (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null,
    stored_at timestamptz not null
);
create index file_stored on files.file (stored_at);
