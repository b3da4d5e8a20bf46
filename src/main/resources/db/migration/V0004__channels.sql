-- What comes in from the world and goes out to it.
create schema if not exists channels;

-- One row for each mail that was accepted, by whatever door; the raw bytes lie in files.
create table channels.incoming (
    id bigint generated always as identity primary key,
    -- Same Message-ID and same content, or same content within a day where it has no Message-ID, is one mail.
    once_key text not null unique,
    door text not null check (door in ('smtp', 'lmtp', 'imap')),
    peer text,
    envelope_from text,
    envelope_to text[] not null,
    message_id text,
    -- Who says to have written it: what one sender wrote is filed in the order in which it came.
    sender text not null,
    sha256 text not null,
    size bigint not null,
    -- What was found out about its sender as it came in: SPF, DKIM, DMARC, or the word of a server of ours.
    evidence jsonb,
    received_at timestamptz not null,
    state text not null default 'received' check (state in ('received', 'filed', 'unfiled', 'unreadable')),
    reason text
);
create index incoming_state on channels.incoming (state, id) where state in ('received', 'unfiled', 'unreadable');
create index incoming_message_id on channels.incoming (message_id) where message_id is not null;
create index incoming_received on channels.incoming (received_at);

-- How far each IMAP folder was taken; moves in the transaction that stores the mail, and only for whoever holds it.
create table channels.mailbox (
    name text primary key,
    uid_validity bigint,
    last_uid bigint not null default 0,
    -- What lay there when we first looked, and what of it is taken.
    old_until bigint not null default 0,
    -- After its numbers were given anew: whatever came since then is taken too, read by somebody or not.
    old_since timestamptz,
    taken_at timestamptz,
    holder uuid,
    held_until timestamptz,
    failing_since timestamptz,
    failure text,
    failures int not null default 0,
    next_try_at timestamptz,
    -- When the administrators were told that it fails.
    told_at timestamptz,
    -- The newest one, where the other side hands out another at every use.
    refresh_token text
);
-- Mails that were not taken, and why: they stay on their server.
create table channels.mailbox_left (
    mailbox text not null references channels.mailbox,
    uid_validity bigint not null,
    uid bigint not null,
    reason text not null,
    size bigint,
    sender text,
    subject text,
    left_at timestamptz not null,
    primary key (mailbox, uid_validity, uid)
);
create index mailbox_left_at on channels.mailbox_left (left_at desc);
-- Mails that are stored here, and on their server not yet flagged, moved or deleted.
create table channels.mailbox_uid (
    mailbox text not null references channels.mailbox,
    uid_validity bigint not null,
    uid bigint not null,
    primary key (mailbox, uid_validity, uid)
);

-- A message on its way out: written with its cause, sent afterwards.
create table channels.outgoing (
    id bigint generated always as identity primary key,
    once_key text not null unique,
    message_id text not null unique,
    from_name text not null,
    from_address text not null,
    subject text not null,
    text text not null,
    html text,
    -- As it was when it was sent: the same at every try.
    signature text not null default '',
    recipients jsonb not null,
    in_reply_to text,
    reference_ids text[] not null default '{}',
    attachments jsonb not null default '[]',
    language text not null,
    automatic boolean not null default false,
    subject_kind text,
    subject_id bigint,
    created_at timestamptz not null,
    send_after timestamptz not null,
    cancelled_at timestamptz
);
create index outgoing_subject on channels.outgoing (subject_kind, subject_id);
create index outgoing_created on channels.outgoing (created_at desc);

-- One row for each address an outgoing message goes to.
create table channels.delivery (
    id bigint generated always as identity primary key,
    outgoing_id bigint not null references channels.outgoing,
    address text not null,
    reply_to text,
    -- What is about one thing and goes to one address leaves in the order (send_after, id).
    lane text not null,
    send_after timestamptz not null,
    state text not null default 'queued' check (state in ('queued', 'sent', 'deferred', 'bounced', 'cancelled')),
    attempts int not null default 0,
    -- A try ended without an answer, or its node did: the letter may have left.
    maybe_left boolean not null default false,
    next_try_at timestamptz not null,
    lease_until timestamptz,
    fence bigint not null default 0,
    answer text,
    at timestamptz not null,
    unique (outgoing_id, address)
);
create index delivery_due on channels.delivery (next_try_at, id) where state in ('queued', 'deferred');
create index delivery_lane on channels.delivery (lane, send_after, id) where state in ('queued', 'deferred');
create index delivery_state on channels.delivery (state, id desc);

-- What stands under every mail in a language.
create table channels.signature (
    language text primary key check (language in ('en', 'it')),
    text text not null,
    updated_at timestamptz not null
);
