-- The case of one report, from arrival to closing.
create schema if not exists tickets;

create sequence tickets.ticket_number start 1001;

create table tickets.ticket (
    id bigint generated always as identity primary key,
    number bigint not null unique,
    code text not null unique,
    subject text not null,
    state text not null default 'waiting'
        check (state in ('waiting', 'inWork', 'waitingForCustomer', 'resolved', 'closed')),
    priority text check (priority in ('P1', 'P2', 'P3', 'P4')),
    channel text not null check (channel in ('email', 'phone', 'portal', 'api', 'monitor')),
    -- The report that opened it: a redelivery finds the ticket that exists.
    report_key text not null unique,
    opened_at timestamptz not null,
    customer_id bigint references customers.customer,
    contact_id bigint references customers.contact on delete set null,
    reporter_name text,
    reporter_email text,
    reporter_phone text,
    recognition_how text not null
        check (recognition_how in ('address', 'domain', 'customerCode', 'phone', 'portal', 'manual', 'none')),
    recognition_trust text not null check (recognition_trust in ('verified', 'unverified', 'failed')),
    language text not null check (language in ('en', 'it')),
    support_address text,
    team_id bigint not null references staff.team,
    technician_id bigint references staff.technician,
    picked_up_at timestamptz,
    resolved_at timestamptz,
    closed_at timestamptz,
    resolution_kind text
        check (resolution_kind in ('answer', 'guideline', 'serviceProvided', 'workaround', 'hotfix', 'other')),
    resolution_text text,
    resolution_evidence text,
    claims_ticket_id bigint references tickets.ticket,
    continues_ticket_id bigint references tickets.ticket,
    spam_at timestamptz,
    -- The last message of either side, and whether the last word is the customer's.
    last_message_at timestamptz not null,
    last_from_customer boolean not null default true,
    message_count int not null default 0,
    -- Grows with every change: ETag, and what a screen compares.
    version bigint not null default 1,
    updated_at timestamptz not null
);
-- The open ones, in the queue's order; resolved and closed ones grow without end and are not in these.
create index ticket_queue on tickets.ticket (coalesce(priority, 'P9'), opened_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_team on tickets.ticket (team_id, coalesce(priority, 'P9'), opened_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_free on tickets.ticket (team_id, coalesce(priority, 'P9'), opened_at, id)
    where technician_id is null and state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_technician on tickets.ticket (technician_id, coalesce(priority, 'P9'), opened_at, id)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_customer on tickets.ticket (customer_id, opened_at desc, id desc);
create index ticket_reporter on tickets.ticket (reporter_email, opened_at desc);
create index ticket_unknown on tickets.ticket (opened_at, id)
    where customer_id is null and state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_spam on tickets.ticket (spam_at desc, id desc) where spam_at is not null;
create index ticket_opened on tickets.ticket (opened_at desc, id desc);
-- What programs ask for, in their order; of a team or a priority that is rare nobody must look through all the years.
create index ticket_of_team on tickets.ticket (team_id, opened_at desc, id desc);
create index ticket_priority on tickets.ticket (priority, state, opened_at desc, id desc) where priority is not null;
-- Not of all states: the planner would join it to those above for the open ones, and sort what they hold in order.
create index ticket_over on tickets.ticket (state, opened_at desc, id desc) where state in ('resolved', 'closed');
create index ticket_open on tickets.ticket (opened_at desc, id desc)
    where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null;
create index ticket_resolved on tickets.ticket (resolved_at desc, id desc) where state = 'resolved';

create table tickets.message (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references tickets.ticket,
    incoming_id bigint unique references channels.incoming,
    outgoing_id bigint unique references channels.outgoing,
    direction text not null check (direction in ('in', 'out')),
    kind text not null check (kind in ('message', 'note')),
    channel text not null check (channel in ('email', 'phone', 'portal', 'api', 'monitor')),
    automatic text check (automatic in ('bounce', 'autoReply', 'feedbackReport', 'list')),
    technician_id bigint references staff.technician,
    from_name text,
    from_address text,
    to_addresses jsonb not null default '[]',
    cc_addresses jsonb not null default '[]',
    -- Where the author wants to be answered, if not where they write from.
    reply_to jsonb not null default '[]',
    subject text not null default '',
    sent_at timestamptz,
    received_at timestamptz not null,
    message_id text,
    in_reply_to text,
    reference_ids text[] not null default '{}',
    text text not null,
    full_text text not null,
    html text,
    has_remote_images boolean not null default false,
    trust text check (trust in ('verified', 'unverified', 'failed')),
    -- Asked for by somebody who hopes to read it here: for our own people's eyes, whatever becomes of the ticket.
    held boolean not null default false,
    -- A mail that could not be read is kept and shown as such.
    unreadable text,
    -- An answer can be taken back until it leaves; then the ticket is again in the state it was in.
    leaves_at timestamptz,
    state_before text check (state_before in ('waiting', 'inWork', 'waitingForCustomer', 'resolved', 'closed')),
    state_after text check (state_after in ('waiting', 'inWork', 'waitingForCustomer', 'resolved', 'closed'))
);
create index message_ticket on tickets.message (ticket_id, id);
create index message_message_id on tickets.message (message_id) where message_id is not null;

create table tickets.attachment (
    id bigint generated always as identity primary key,
    message_id bigint not null references tickets.message,
    position int not null,
    name text not null,
    content_type text not null,
    size bigint not null,
    sha256 text not null,
    inline boolean not null default false,
    content_id text,
    unique (message_id, position)
);
create index attachment_sha256 on tickets.attachment (sha256);

create table tickets.participant (
    ticket_id bigint not null references tickets.ticket,
    address text not null,
    name text,
    role text not null check (role in ('reporter', 'copied', 'added')),
    added_at timestamptz not null,
    primary key (ticket_id, address)
);

-- Whom a mail went to besides us: they take part when somebody lets them in.
create table tickets.copied (
    ticket_id bigint not null references tickets.ticket,
    address text not null,
    name text,
    at timestamptz not null,
    refused_at timestamptz,
    primary key (ticket_id, address)
);

create table tickets.draft (
    ticket_id bigint not null references tickets.ticket,
    technician_id bigint not null references staff.technician,
    kind text not null check (kind in ('message', 'note')),
    html text not null,
    attachments jsonb not null default '[]',
    saved_at timestamptz not null,
    primary key (ticket_id, technician_id, kind)
);

-- The first message of a ticket that we open, while it is written: of each technician one.
create table tickets.letter_draft (
    technician_id bigint primary key references staff.technician,
    addressed_to text not null default '',
    copied_to text not null default '',
    subject text not null default '',
    html text not null default '',
    attachments jsonb not null default '[]',
    saved_at timestamptz not null
);

create table tickets.presence (
    ticket_id bigint not null references tickets.ticket,
    technician_id bigint not null references staff.technician,
    doing text not null check (doing in ('reading', 'writing')),
    seen_at timestamptz not null,
    primary key (ticket_id, technician_id)
);
create index presence_seen on tickets.presence (seen_at);

create table tickets.mention (
    message_id bigint not null references tickets.message,
    technician_id bigint not null references staff.technician,
    ticket_id bigint not null references tickets.ticket,
    at timestamptz not null,
    seen_at timestamptz,
    primary key (message_id, technician_id)
);
create index mention_technician on tickets.mention (technician_id, at desc, message_id desc);
create index mention_unseen on tickets.mention (technician_id, ticket_id) where seen_at is null;

create table tickets.blocked_sender (
    -- A whole address, or '@' and a domain.
    sender text primary key,
    technician_id bigint references staff.technician,
    at timestamptz not null
);

-- Mail that belongs to no ticket: automatic, from a blocked sender, or not readable.
create table tickets.unfiled (
    incoming_id bigint primary key references channels.incoming,
    reason text not null
        check (reason in ('automatic', 'blocked', 'ourOwn', 'noSender', 'verification', 'refused', 'unreadable')),
    automatic text check (automatic in ('bounce', 'autoReply', 'feedbackReport', 'list')),
    from_name text,
    from_address text,
    subject text not null,
    received_at timestamptz not null
);

-- When we last wrote to an address by ourselves: nobody can make us write without end.
create table tickets.courtesy (
    address text primary key,
    sent_at timestamptz[] not null
);
-- The same for those whose name anybody may have taken, by domain and in all.
create table tickets.courtesy_at (
    at timestamptz not null,
    domain text not null
);
create index courtesy_at_all on tickets.courtesy_at (at);
create index courtesy_at_domain on tickets.courtesy_at (domain, at);

alter table tickets.ticket enable row level security;
alter table tickets.ticket force row level security;
create policy customer_wall on tickets.ticket using (runtime.sees(customer_id));
alter table tickets.message enable row level security;
alter table tickets.message force row level security;
create policy customer_wall on tickets.message using (
    case when runtime.sees_all() then true
         else kind = 'message' and not held and exists (select from tickets.ticket t where t.id = ticket_id) end);
alter table tickets.attachment enable row level security;
alter table tickets.attachment force row level security;
create policy customer_wall on tickets.attachment using (
    case when runtime.sees_all() then true
         else exists (select from tickets.message m where m.id = attachment.message_id) end);
alter table tickets.participant enable row level security;
alter table tickets.participant force row level security;
create policy customer_wall on tickets.participant using (
    case when runtime.sees_all() then true
         else exists (select from tickets.ticket t where t.id = ticket_id) end);
-- What our people alone work with: no customer sees any of it.
alter table tickets.draft enable row level security;
alter table tickets.draft force row level security;
create policy customer_wall on tickets.draft using (runtime.sees_all());
alter table tickets.letter_draft enable row level security;
alter table tickets.letter_draft force row level security;
create policy customer_wall on tickets.letter_draft using (runtime.sees_all());
alter table tickets.presence enable row level security;
alter table tickets.presence force row level security;
create policy customer_wall on tickets.presence using (runtime.sees_all());
alter table tickets.mention enable row level security;
alter table tickets.mention force row level security;
create policy customer_wall on tickets.mention using (runtime.sees_all());
alter table tickets.blocked_sender enable row level security;
alter table tickets.blocked_sender force row level security;
create policy customer_wall on tickets.blocked_sender using (runtime.sees_all());
alter table tickets.unfiled enable row level security;
alter table tickets.unfiled force row level security;
create policy customer_wall on tickets.unfiled using (runtime.sees_all());
alter table tickets.courtesy enable row level security;
alter table tickets.courtesy force row level security;
create policy customer_wall on tickets.courtesy using (runtime.sees_all());
alter table tickets.copied enable row level security;
alter table tickets.copied force row level security;
create policy customer_wall on tickets.copied using (runtime.sees_all());
alter table tickets.courtesy_at enable row level security;
alter table tickets.courtesy_at force row level security;
create policy customer_wall on tickets.courtesy_at using (runtime.sees_all());
