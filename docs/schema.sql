-- The whole database, written by SchemaTest. Do not edit: change a migration.

table channels.delivery
    id bigint not null generated always as identity
    outgoing_id bigint not null
    address text not null
    reply_to text
    lane text not null
    send_after timestamp with time zone not null
    state text not null default 'queued'::text
    attempts integer not null default 0
    maybe_left boolean not null default false
    next_try_at timestamp with time zone not null
    lease_until timestamp with time zone
    fence bigint not null default 0
    answer text
    at timestamp with time zone not null
    late_at timestamp with time zone
    constraint delivery_outgoing_id_address_key UNIQUE (outgoing_id, address)
    constraint delivery_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES channels.outgoing(id)
    constraint delivery_pkey PRIMARY KEY (id)
    constraint delivery_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'deferred'::text, 'bounced'::text, 'cancelled'::text])))
    CREATE INDEX delivery_address ON channels.delivery USING btree (lower(address), id DESC)
    CREATE INDEX delivery_domain ON channels.delivery USING btree (lower(split_part(address, '@'::text, 2)), id DESC)
    CREATE INDEX delivery_due ON channels.delivery USING btree (next_try_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'deferred'::text]))
    CREATE INDEX delivery_lane ON channels.delivery USING btree (lane, send_after, id) WHERE (state = ANY (ARRAY['queued'::text, 'deferred'::text]))
    CREATE INDEX delivery_late ON channels.delivery USING btree (send_after) WHERE ((state = ANY (ARRAY['queued'::text, 'deferred'::text])) AND (late_at IS NULL))
    CREATE INDEX delivery_state ON channels.delivery USING btree (state, id DESC)

table channels.incoming
    id bigint not null generated always as identity
    once_key text not null
    door text not null
    peer text
    envelope_from text
    envelope_to text[] not null
    message_id text
    sender text not null
    sha256 text not null
    size bigint not null
    evidence jsonb
    received_at timestamp with time zone not null
    state text not null default 'received'::text
    reason text
    constraint incoming_door_check CHECK ((door = ANY (ARRAY['smtp'::text, 'lmtp'::text, 'imap'::text])))
    constraint incoming_once_key_key UNIQUE (once_key)
    constraint incoming_pkey PRIMARY KEY (id)
    constraint incoming_state_check CHECK ((state = ANY (ARRAY['received'::text, 'filed'::text, 'unfiled'::text, 'unreadable'::text])))
    CREATE INDEX incoming_message_id ON channels.incoming USING btree (message_id) WHERE (message_id IS NOT NULL)
    CREATE INDEX incoming_received ON channels.incoming USING btree (received_at)
    CREATE INDEX incoming_state ON channels.incoming USING btree (state, id) WHERE (state = ANY (ARRAY['received'::text, 'unfiled'::text, 'unreadable'::text]))

table channels.mailbox
    name text not null
    uid_validity bigint
    last_uid bigint not null default 0
    old_until bigint not null default 0
    old_since timestamp with time zone
    taken_at timestamp with time zone
    holder uuid
    held_until timestamp with time zone
    failing_since timestamp with time zone
    failure text
    failures integer not null default 0
    next_try_at timestamp with time zone
    told_at timestamp with time zone
    refresh_token text
    constraint mailbox_pkey PRIMARY KEY (name)

table channels.mailbox_left
    mailbox text not null
    uid_validity bigint not null
    uid bigint not null
    reason text not null
    size bigint
    sender text
    subject text
    left_at timestamp with time zone not null
    constraint mailbox_left_mailbox_fkey FOREIGN KEY (mailbox) REFERENCES channels.mailbox(name)
    constraint mailbox_left_pkey PRIMARY KEY (mailbox, uid_validity, uid)
    CREATE INDEX mailbox_left_at ON channels.mailbox_left USING btree (left_at DESC)

table channels.mailbox_uid
    mailbox text not null
    uid_validity bigint not null
    uid bigint not null
    constraint mailbox_uid_mailbox_fkey FOREIGN KEY (mailbox) REFERENCES channels.mailbox(name)
    constraint mailbox_uid_pkey PRIMARY KEY (mailbox, uid_validity, uid)

table channels.outgoing
    id bigint not null generated always as identity
    once_key text not null
    message_id text not null
    from_name text not null
    from_address text not null
    subject text not null
    text text not null
    html text
    signature text not null default ''::text
    recipients jsonb not null
    in_reply_to text
    reference_ids text[] not null default '{}'::text[]
    attachments jsonb not null default '[]'::jsonb
    language text not null
    automatic boolean not null default false
    subject_kind text
    subject_id bigint
    created_at timestamp with time zone not null
    send_after timestamp with time zone not null
    cancelled_at timestamp with time zone
    constraint outgoing_message_id_key UNIQUE (message_id)
    constraint outgoing_once_key_key UNIQUE (once_key)
    constraint outgoing_pkey PRIMARY KEY (id)
    CREATE INDEX outgoing_created ON channels.outgoing USING btree (created_at DESC)
    CREATE INDEX outgoing_subject ON channels.outgoing USING btree (subject_kind, subject_id)

table channels.signature
    language text not null
    text text not null
    updated_at timestamp with time zone not null
    constraint signature_language_check CHECK ((language = ANY (ARRAY['en'::text, 'it'::text])))
    constraint signature_pkey PRIMARY KEY (language)

table customers.contact (row-level security, forced)
    id bigint not null generated always as identity
    customer_id bigint not null
    name text not null
    name_key text not null
    language text
    role text
    external_id text
    version integer not null default 1
    created_at timestamp with time zone not null
    updated_at timestamp with time zone not null
    constraint contact_customer_id_external_id_key UNIQUE (customer_id, external_id)
    constraint contact_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(id) ON DELETE CASCADE
    constraint contact_language_check CHECK ((language = ANY (ARRAY['en'::text, 'it'::text])))
    constraint contact_pkey PRIMARY KEY (id)
    CREATE INDEX contact_customer ON customers.contact USING btree (customer_id, name_key, id)
    policy customer_wall using runtime.sees(customer_id)

table customers.contact_email (row-level security, forced)
    address text not null
    contact_id bigint not null
    position integer not null
    constraint contact_email_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES customers.contact(id) ON DELETE CASCADE
    constraint contact_email_pkey PRIMARY KEY (address)
    CREATE INDEX contact_email_contact ON customers.contact_email USING btree (contact_id, "position")
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE (EXISTS ( SELECT
       FROM customers.contact c
      WHERE (c.id = contact_email.contact_id)))
END

table customers.contact_phone (row-level security, forced)
    contact_id bigint not null
    number text not null
    position integer not null
    constraint contact_phone_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES customers.contact(id) ON DELETE CASCADE
    constraint contact_phone_pkey PRIMARY KEY (contact_id, number)
    CREATE INDEX contact_phone_number ON customers.contact_phone USING btree (number)
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE (EXISTS ( SELECT
       FROM customers.contact c
      WHERE (c.id = contact_phone.contact_id)))
END

table customers.customer (row-level security, forced)
    id bigint not null generated always as identity
    code text not null
    code_key text not null
    name text not null
    name_key text not null
    plan text
    language text
    time_zone text
    external_id text
    version integer not null default 1
    created_at timestamp with time zone not null
    updated_at timestamp with time zone not null
    constraint customer_code_key_key UNIQUE (code_key)
    constraint customer_external_id_key UNIQUE (external_id)
    constraint customer_language_check CHECK ((language = ANY (ARRAY['en'::text, 'it'::text])))
    constraint customer_pkey PRIMARY KEY (id)
    CREATE INDEX customer_name ON customers.customer USING btree (name_key, id)
    CREATE INDEX customer_plan ON customers.customer USING btree (lower((plan COLLATE "C"))) WHERE (plan IS NOT NULL)
    policy customer_wall using runtime.sees(id)

sequence customers.customer_number

table customers.email_domain (row-level security, forced)
    domain text not null
    customer_id bigint not null
    constraint email_domain_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(id) ON DELETE CASCADE
    constraint email_domain_pkey PRIMARY KEY (domain)
    CREATE INDEX email_domain_customer ON customers.email_domain USING btree (customer_id)
    policy customer_wall using runtime.sees(customer_id)

table customers.plan_period (row-level security, forced)
    customer_id bigint not null
    from_at timestamp with time zone not null
    plan text
    written_at timestamp with time zone not null
    written_by text not null
    begun boolean not null
    constraint plan_period_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(id) ON DELETE CASCADE
    constraint plan_period_pkey PRIMARY KEY (customer_id, from_at)
    CREATE INDEX plan_period_coming ON customers.plan_period USING btree (from_at) WHERE (NOT begun)
    CREATE INDEX plan_period_plan ON customers.plan_period USING btree (lower((plan COLLATE "C"))) WHERE (plan IS NOT NULL)
    policy customer_wall using runtime.sees(customer_id)

table customers.platform (row-level security, forced)
    id bigint not null generated always as identity
    customer_id bigint not null
    name text not null
    url text
    external_id text
    constraint platform_customer_id_external_id_key UNIQUE (customer_id, external_id) DEFERRABLE INITIALLY DEFERRED
    constraint platform_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(id) ON DELETE CASCADE
    constraint platform_customer_id_name_key UNIQUE (customer_id, name) DEFERRABLE INITIALLY DEFERRED
    constraint platform_pkey PRIMARY KEY (id)
    CREATE INDEX platform_external_id ON customers.platform USING btree (lower(external_id))
    CREATE INDEX platform_host ON customers.platform USING btree (lower("substring"(url, '^https?://([^/:?#]+)'::text)))
    CREATE INDEX platform_name ON customers.platform USING btree (lower(name))
    policy customer_wall using runtime.sees(customer_id)

table customers.platform_part (row-level security, forced)
    platform_id bigint not null
    part_key text not null
    constraint platform_part_part_key_fkey FOREIGN KEY (part_key) REFERENCES catalog.part(key)
    constraint platform_part_pkey PRIMARY KEY (platform_id, part_key)
    constraint platform_part_platform_id_fkey FOREIGN KEY (platform_id) REFERENCES customers.platform(id) ON DELETE CASCADE
    CREATE INDEX platform_part_part ON customers.platform_part USING btree (part_key, platform_id)
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE (EXISTS ( SELECT
       FROM customers.platform p
      WHERE (p.id = platform_part.platform_id)))
END

table files.file
    sha256 text not null
    size bigint not null
    stored_at timestamp with time zone not null
    constraint file_pkey PRIMARY KEY (sha256)
    constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
    CREATE INDEX file_stored ON files.file USING btree (stored_at)

table knowledge.article (row-level security, forced)
    id bigint not null generated always as identity
    kind text not null
    state text not null
    version integer not null
    published_version integer
    is_public boolean not null default false
    team_id bigint
    canned_name text
    canned_language text
    revision integer not null default 1
    asked_by text
    asked_at timestamp with time zone
    returned_by text
    returned_at timestamp with time zone
    returned_why text
    created_at timestamp with time zone not null
    updated_at timestamp with time zone not null
    archived_at timestamp with time zone
    constraint article_kind_check CHECK ((kind = ANY (ARRAY['guideline'::text, 'canned'::text])))
    constraint article_pkey PRIMARY KEY (id)
    constraint article_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'review'::text, 'published'::text])))
    constraint article_team_id_fkey FOREIGN KEY (team_id) REFERENCES staff.team(id)
    CREATE UNIQUE INDEX article_canned ON knowledge.article USING btree (canned_name, canned_language) WHERE (archived_at IS NULL)
    CREATE INDEX article_team ON knowledge.article USING btree (team_id) WHERE (team_id IS NOT NULL)
    CREATE INDEX article_updated ON knowledge.article USING btree (updated_at, id)
    policy customer_wall using (runtime.sees_all() OR (is_public AND (archived_at IS NULL) AND (COALESCE(current_setting('pronto.scope'::text, true), ''::text) = 'customer'::text)))

table knowledge.article_version (row-level security, forced)
    article_id bigint not null
    number integer not null
    audience text not null
    title_en text
    html_en text
    title_it text
    html_it text
    note text not null default ''::text
    restored_from integer
    by_name text not null
    at timestamp with time zone not null
    constraint article_version_article_id_fkey FOREIGN KEY (article_id) REFERENCES knowledge.article(id) ON DELETE CASCADE
    constraint article_version_audience_check CHECK ((audience = ANY (ARRAY['internal'::text, 'public'::text])))
    constraint article_version_check CHECK (((title_en IS NULL) = (html_en IS NULL)))
    constraint article_version_check1 CHECK (((title_it IS NULL) = (html_it IS NULL)))
    constraint article_version_check2 CHECK (((title_en IS NOT NULL) OR (title_it IS NOT NULL)))
    constraint article_version_pkey PRIMARY KEY (article_id, number)
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE (EXISTS ( SELECT
       FROM knowledge.article a
      WHERE ((a.id = article_version.article_id) AND (a.published_version = article_version.number))))
END

table runtime.change
    xid xid8 not null default pg_current_xact_id()
    seq bigint not null generated always as identity
    topic text not null
    key text not null
    at timestamp with time zone not null
    constraint change_pkey PRIMARY KEY (xid, seq)
    CREATE INDEX change_at ON runtime.change USING btree (at)

table runtime.event_publication
    id uuid not null
    listener_id text not null
    event_type text not null
    serialized_event text not null
    publication_date timestamp with time zone not null
    completion_date timestamp with time zone
    status text
    completion_attempts integer
    last_resubmission_date timestamp with time zone
    constraint event_publication_pkey PRIMARY KEY (id)
    CREATE INDEX event_publication_hash ON runtime.event_publication USING hash (serialized_event)
    CREATE INDEX event_publication_open ON runtime.event_publication USING btree (publication_date) WHERE (completion_date IS NULL)

table runtime.heartbeat
    node_id uuid not null
    beats bigint not null
    constraint heartbeat_pkey PRIMARY KEY (node_id)

table runtime.idempotency
    owner text not null
    key text not null
    request_hash text not null
    status integer
    content_type text
    headers text
    body bytea
    created_at timestamp with time zone not null
    constraint idempotency_pkey PRIMARY KEY (owner, key)
    CREATE INDEX idempotency_created ON runtime.idempotency USING btree (created_at)

table runtime.installation
    only_row boolean not null default true
    id uuid not null default gen_random_uuid()
    epoch uuid not null default gen_random_uuid()
    version text not null
    clock_shift interval not null default '00:00:00'::interval
    feed_starts_after xid8 not null default '0'::xid8
    key_check text
    half_restored boolean not null default false
    constraint installation_only_row_check CHECK (only_row)
    constraint installation_pkey PRIMARY KEY (only_row)

table runtime.node
    id uuid not null
    address text not null
    url text
    version text not null
    started_at timestamp with time zone not null
    seen_at timestamp with time zone not null
    constraint node_pkey PRIMARY KEY (id)

table runtime.scheduled_tasks
    task_name text not null
    task_instance text not null
    task_data bytea
    execution_time timestamp with time zone not null
    picked boolean not null
    picked_by text
    last_success timestamp with time zone
    last_failure timestamp with time zone
    consecutive_failures integer
    last_heartbeat timestamp with time zone
    version bigint not null
    priority smallint
    constraint scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance)
    CREATE INDEX scheduled_tasks_execution ON runtime.scheduled_tasks USING btree (execution_time)
    CREATE INDEX scheduled_tasks_heartbeat ON runtime.scheduled_tasks USING btree (last_heartbeat)
    CREATE INDEX scheduled_tasks_priority ON runtime.scheduled_tasks USING btree (priority DESC, execution_time)

table sla.calendar
    id bigint not null generated always as identity
    name text not null
    version integer not null default 1
    removed_at timestamp with time zone
    constraint calendar_pkey PRIMARY KEY (id)
    CREATE UNIQUE INDEX calendar_name ON sla.calendar USING btree (lower((name COLLATE "C"))) WHERE (removed_at IS NULL)

table sla.calendar_version
    calendar_id bigint not null
    version integer not null
    written_at timestamp with time zone not null
    written_by text not null
    body jsonb not null
    constraint calendar_version_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES sla.calendar(id)
    constraint calendar_version_pkey PRIMARY KEY (calendar_id, version)

table sla.plan
    id bigint not null generated always as identity
    name text not null
    version integer not null default 1
    removed_at timestamp with time zone
    constraint plan_pkey PRIMARY KEY (id)
    CREATE UNIQUE INDEX plan_name ON sla.plan USING btree (lower((name COLLATE "C"))) WHERE (removed_at IS NULL)

table sla.plan_version
    plan_id bigint not null
    version integer not null
    from_at timestamp with time zone not null
    written_at timestamp with time zone not null
    written_by text not null
    body jsonb not null
    begun boolean not null
    constraint plan_version_pkey PRIMARY KEY (plan_id, version)
    constraint plan_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES sla.plan(id)
    CREATE INDEX plan_version_coming ON sla.plan_version USING btree (from_at) WHERE (NOT begun)
    CREATE INDEX plan_version_from ON sla.plan_version USING btree (plan_id, from_at, version)

table sla.priority_table
    version bigint not null
    content jsonb not null
    at timestamp with time zone not null
    by_name text not null
    restores bigint
    constraint priority_table_pkey PRIMARY KEY (version)
    constraint priority_table_restores_fkey FOREIGN KEY (restores) REFERENCES sla.priority_table(version)

table staff.attempt
    key text not null
    failures integer not null
    blocked_until timestamp with time zone not null
    last_at timestamp with time zone not null
    constraint attempt_pkey PRIMARY KEY (key)
    CREATE INDEX attempt_last ON staff.attempt USING btree (last_at)

table staff.membership
    team_id bigint not null
    technician_id bigint not null
    constraint membership_pkey PRIMARY KEY (team_id, technician_id)
    constraint membership_team_id_fkey FOREIGN KEY (team_id) REFERENCES staff.team(id)
    constraint membership_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    CREATE INDEX membership_technician ON staff.membership USING btree (technician_id)

table staff.session
    id bigint not null generated always as identity
    token_hash text not null
    technician_id bigint not null
    csrf text not null
    created_at timestamp with time zone not null
    seen_at timestamp with time zone not null
    ends_at timestamp with time zone not null
    address text
    browser text
    constraint session_pkey PRIMARY KEY (id)
    constraint session_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    constraint session_token_hash_key UNIQUE (token_hash)
    CREATE INDEX session_ends ON staff.session USING btree (ends_at)
    CREATE INDEX session_technician ON staff.session USING btree (technician_id)

table staff.sign_in_link
    token_hash text not null
    technician_id bigint
    purpose text not null
    created_at timestamp with time zone not null
    ends_at timestamp with time zone not null
    used_at timestamp with time zone
    constraint sign_in_link_pkey PRIMARY KEY (token_hash)
    constraint sign_in_link_purpose_check CHECK ((purpose = ANY (ARRAY['first'::text, 'invite'::text, 'signIn'::text])))
    constraint sign_in_link_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    CREATE INDEX sign_in_link_ends ON staff.sign_in_link USING btree (ends_at)
    CREATE INDEX sign_in_link_technician ON staff.sign_in_link USING btree (technician_id)

table staff.team
    id bigint not null generated always as identity
    name text not null
    created_at timestamp with time zone not null
    removed_at timestamp with time zone
    tier text not null default '1'::text
    skills text[] not null default '{}'::text[]
    languages text[] not null default '{}'::text[]
    escalates_at integer
    constraint team_escalates_at_check CHECK ((escalates_at = ANY (ARRAY[50, 75, 90, 100])))
    constraint team_pkey PRIMARY KEY (id)
    constraint team_tier_check CHECK ((tier = ANY (ARRAY['1'::text, '2'::text, '3'::text, 'specialist'::text])))
    CREATE UNIQUE INDEX team_name ON staff.team USING btree (lower(name)) WHERE (removed_at IS NULL)

table staff.technician
    id bigint not null generated always as identity
    email text not null
    name text not null
    role text not null
    language text not null default 'en'::text
    time_zone text
    password_hash text
    theme text not null default 'system'::text
    single_keys boolean not null default true
    away_since timestamp with time zone
    left_at timestamp with time zone
    created_at timestamp with time zone not null
    skills text[] not null default '{}'::text[]
    speaks text[] not null default '{}'::text[]
    constraint technician_email_key UNIQUE (email)
    constraint technician_language_check CHECK ((language = ANY (ARRAY['en'::text, 'it'::text])))
    constraint technician_pkey PRIMARY KEY (id)
    constraint technician_role_check CHECK ((role = ANY (ARRAY['technician'::text, 'lead'::text, 'manager'::text, 'administrator'::text, 'auditor'::text])))
    constraint technician_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])))

table staff.token
    id bigint not null generated always as identity
    name text not null
    token_hash text not null
    scopes text[] not null
    technician_id bigint
    created_at timestamp with time zone not null
    last_used_at timestamp with time zone
    revoked_at timestamp with time zone
    expires_at timestamp with time zone
    constraint token_pkey PRIMARY KEY (id)
    constraint token_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    constraint token_token_hash_key UNIQUE (token_hash)
    CREATE INDEX token_technician ON staff.token USING btree (technician_id)

table tickets.act (row-level security, forced)
    id bigint not null generated always as identity
    kind text not null
    ticket_id bigint not null
    into_id bigint not null
    by_name text not null
    at timestamp with time zone not null
    undone_at timestamp with time zone
    last_message_id bigint not null
    ticket_state text not null
    ticket_closed_at timestamp with time zone
    into_before text not null
    into_after text not null
    into_resolved_at timestamp with time zone
    into_closed_at timestamp with time zone
    into_resolution_kind text
    into_resolution_text text
    into_resolution_evidence text
    into_undelivered text
    constraint act_check CHECK ((ticket_id <> into_id))
    constraint act_into_id_fkey FOREIGN KEY (into_id) REFERENCES tickets.ticket(id)
    constraint act_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'move'::text])))
    constraint act_pkey PRIMARY KEY (id)
    constraint act_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    CREATE INDEX act_into ON tickets.act USING btree (into_id, id) WHERE (undone_at IS NULL)
    CREATE UNIQUE INDEX act_one_merge ON tickets.act USING btree (ticket_id) WHERE ((kind = 'merge'::text) AND (undone_at IS NULL))
    CREATE UNIQUE INDEX act_one_split ON tickets.act USING btree (into_id) WHERE ((kind = 'split'::text) AND (undone_at IS NULL))
    CREATE INDEX act_ticket ON tickets.act USING btree (ticket_id, id) WHERE (undone_at IS NULL)
    policy customer_wall using runtime.sees_all()

table tickets.asking (row-level security, forced)
    id bigint not null generated always as identity
    ticket_id bigint not null
    address text not null
    name text
    language text not null
    items jsonb not null
    token_hash bytea
    asked_by text not null
    asked_at timestamp with time zone not null
    ends_at timestamp with time zone not null
    next_at timestamp with time zone
    reminders integer not null default 0
    answered_at timestamp with time zone
    replaced_at timestamp with time zone
    sent_count integer not null default 0
    sent_since timestamp with time zone
    constraint asking_language_check CHECK ((language = ANY (ARRAY['en'::text, 'it'::text])))
    constraint asking_pkey PRIMARY KEY (id)
    constraint asking_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    constraint asking_token_hash_key UNIQUE (token_hash)
    CREATE INDEX asking_next ON tickets.asking USING btree (next_at) WHERE (next_at IS NOT NULL)
    CREATE INDEX asking_ticket ON tickets.asking USING btree (ticket_id, id)
    policy customer_wall using runtime.sees_all()

table tickets.attachment (row-level security, forced)
    id bigint not null generated always as identity
    message_id bigint not null
    position integer not null
    name text not null
    content_type text not null
    size bigint not null
    sha256 text not null
    inline boolean not null default false
    content_id text
    constraint attachment_message_id_fkey FOREIGN KEY (message_id) REFERENCES tickets.message(id)
    constraint attachment_message_id_position_key UNIQUE (message_id, "position")
    constraint attachment_pkey PRIMARY KEY (id)
    CREATE INDEX attachment_sha256 ON tickets.attachment USING btree (sha256)
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE (EXISTS ( SELECT
       FROM tickets.message m
      WHERE (m.id = attachment.message_id)))
END

table tickets.blocked_sender (row-level security, forced)
    sender text not null
    technician_id bigint
    at timestamp with time zone not null
    constraint blocked_sender_pkey PRIMARY KEY (sender)
    constraint blocked_sender_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    policy customer_wall using runtime.sees_all()

table tickets.carried_draft (row-level security, forced)
    act_id bigint not null
    technician_id bigint not null
    kind text not null
    html_before text
    attachments_before jsonb
    saved_before timestamp with time zone
    html_after text not null
    attachments_after jsonb not null
    constraint carried_draft_act_id_fkey FOREIGN KEY (act_id) REFERENCES tickets.act(id)
    constraint carried_draft_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'note'::text])))
    constraint carried_draft_pkey PRIMARY KEY (act_id, technician_id, kind)
    constraint carried_draft_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    policy customer_wall using runtime.sees_all()

table tickets.clock (row-level security, forced)
    id bigint not null generated always as identity
    ticket_id bigint not null
    kind text not null
    round integer not null default 1
    started_at timestamp with time zone not null
    ledger jsonb not null
    state text not null
    due_at timestamp with time zone
    told integer not null default 0
    next_at timestamp with time zone
    constraint clock_kind_check CHECK ((kind = ANY (ARRAY['pickup'::text, 'answer'::text, 'update'::text, 'resolution'::text])))
    constraint clock_pkey PRIMARY KEY (id)
    constraint clock_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'stopped'::text])))
    constraint clock_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    constraint clock_ticket_id_kind_round_key UNIQUE (ticket_id, kind, round)
    constraint clock_told_check CHECK ((told = ANY (ARRAY[0, 50, 75, 90, 100])))
    CREATE INDEX clock_due ON tickets.clock USING btree (due_at) WHERE ((state = 'running'::text) AND (due_at IS NOT NULL))
    CREATE INDEX clock_next ON tickets.clock USING btree (next_at) WHERE (next_at IS NOT NULL)
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE (EXISTS ( SELECT
       FROM tickets.ticket t
      WHERE (t.id = clock.ticket_id)))
END

table tickets.clock_mark (row-level security, forced)
    clock_id bigint not null
    percent integer not null
    due_at timestamp with time zone not null
    passed_at timestamp with time zone not null
    told_at timestamp with time zone not null
    plan text
    priority text
    withdrawn_at timestamp with time zone
    constraint clock_mark_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES tickets.clock(id)
    constraint clock_mark_percent_check CHECK ((percent = ANY (ARRAY[50, 75, 90, 100])))
    constraint clock_mark_pkey PRIMARY KEY (clock_id, percent, due_at)
    CREATE INDEX clock_mark_broken ON tickets.clock_mark USING btree (passed_at) WHERE (percent = 100)
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE (EXISTS ( SELECT
       FROM tickets.clock c
      WHERE (c.id = clock_mark.clock_id)))
END

table tickets.copied (row-level security, forced)
    ticket_id bigint not null
    address text not null
    name text
    at timestamp with time zone not null
    refused_at timestamp with time zone
    constraint copied_pkey PRIMARY KEY (ticket_id, address)
    constraint copied_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    policy customer_wall using runtime.sees_all()

table tickets.courtesy (row-level security, forced)
    address text not null
    sent_at timestamp with time zone[] not null
    echo text
    rounds integer not null default 0
    constraint courtesy_pkey PRIMARY KEY (address)
    policy customer_wall using runtime.sees_all()

table tickets.courtesy_at (row-level security, forced)
    at timestamp with time zone not null
    domain text not null
    proven boolean not null default false
    CREATE INDEX courtesy_at_all ON tickets.courtesy_at USING btree (at)
    CREATE INDEX courtesy_at_domain ON tickets.courtesy_at USING btree (domain, at)
    policy customer_wall using runtime.sees_all()

table tickets.draft (row-level security, forced)
    ticket_id bigint not null
    technician_id bigint not null
    kind text not null
    html text not null
    attachments jsonb not null default '[]'::jsonb
    saved_at timestamp with time zone not null
    next_update_at timestamp with time zone
    constraint draft_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'note'::text])))
    constraint draft_pkey PRIMARY KEY (ticket_id, technician_id, kind)
    constraint draft_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    constraint draft_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    policy customer_wall using runtime.sees_all()

table tickets.escalation (row-level security, forced)
    id bigint not null generated always as identity
    ticket_id bigint not null
    from_team_id bigint not null
    from_technician_id bigint
    to_team_id bigint not null
    reason text not null
    skill text
    note text not null
    tried text
    seen text
    reproduce text
    clock text
    clock_round integer
    percent integer
    by_name text not null
    at timestamp with time zone not null
    to_technician_id bigint
    again boolean not null
    undone_at timestamp with time zone
    constraint escalation_check CHECK ((from_team_id <> to_team_id))
    constraint escalation_check1 CHECK (((reason = 'nobodyMoved'::text) = (clock IS NOT NULL)))
    constraint escalation_check2 CHECK ((((clock IS NULL) = (percent IS NULL)) AND ((clock IS NULL) = (clock_round IS NULL))))
    constraint escalation_clock_check CHECK ((clock = ANY (ARRAY['pickup'::text, 'answer'::text, 'update'::text, 'resolution'::text])))
    constraint escalation_from_team_id_fkey FOREIGN KEY (from_team_id) REFERENCES staff.team(id)
    constraint escalation_from_technician_id_fkey FOREIGN KEY (from_technician_id) REFERENCES staff.technician(id)
    constraint escalation_percent_check CHECK ((percent = ANY (ARRAY[50, 75, 90, 100])))
    constraint escalation_pkey PRIMARY KEY (id)
    constraint escalation_reason_check CHECK ((reason = ANY (ARRAY['causeNotFound'::text, 'cannotResolve'::text, 'needsSkill'::text, 'returned'::text, 'nobodyMoved'::text, 'reassigned'::text])))
    constraint escalation_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    constraint escalation_to_team_id_fkey FOREIGN KEY (to_team_id) REFERENCES staff.team(id)
    constraint escalation_to_technician_id_fkey FOREIGN KEY (to_technician_id) REFERENCES staff.technician(id)
    CREATE UNIQUE INDEX escalation_by_itself ON tickets.escalation USING btree (ticket_id, clock, clock_round, percent) WHERE (clock IS NOT NULL)
    CREATE INDEX escalation_ticket ON tickets.escalation USING btree (ticket_id, id) WHERE (undone_at IS NULL)
    policy customer_wall using runtime.sees_all()

table tickets.let_in (row-level security, forced)
    act_id bigint not null
    address text not null
    takes_part boolean not null
    waited_name text
    waited_at timestamp with time zone
    refused_at timestamp with time zone
    constraint let_in_act_id_fkey FOREIGN KEY (act_id) REFERENCES tickets.act(id)
    constraint let_in_pkey PRIMARY KEY (act_id, address)
    policy customer_wall using runtime.sees_all()

table tickets.letter_draft (row-level security, forced)
    technician_id bigint not null
    addressed_to text not null default ''::text
    copied_to text not null default ''::text
    subject text not null default ''::text
    html text not null default ''::text
    attachments jsonb not null default '[]'::jsonb
    saved_at timestamp with time zone not null
    constraint letter_draft_pkey PRIMARY KEY (technician_id)
    constraint letter_draft_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    policy customer_wall using runtime.sees_all()

table tickets.mention (row-level security, forced)
    message_id bigint not null
    technician_id bigint not null
    ticket_id bigint not null
    at timestamp with time zone not null
    seen_at timestamp with time zone
    about text not null default 'note'::text
    constraint mention_about_check CHECK ((about = ANY (ARRAY['note'::text, 'late'::text, 'lost'::text])))
    constraint mention_message_id_fkey FOREIGN KEY (message_id) REFERENCES tickets.message(id)
    constraint mention_pkey PRIMARY KEY (message_id, technician_id)
    constraint mention_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    constraint mention_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    CREATE INDEX mention_technician ON tickets.mention USING btree (technician_id, at DESC, message_id DESC)
    CREATE INDEX mention_unseen ON tickets.mention USING btree (technician_id, ticket_id) WHERE (seen_at IS NULL)
    policy customer_wall using runtime.sees_all()

table tickets.message (row-level security, forced)
    id bigint not null generated always as identity
    ticket_id bigint not null
    incoming_id bigint
    outgoing_id bigint
    direction text not null
    kind text not null
    channel text not null
    automatic text
    technician_id bigint
    from_name text
    from_address text
    to_addresses jsonb not null default '[]'::jsonb
    cc_addresses jsonb not null default '[]'::jsonb
    reply_to jsonb not null default '[]'::jsonb
    subject text not null default ''::text
    sent_at timestamp with time zone
    received_at timestamp with time zone not null
    message_id text
    in_reply_to text
    reference_ids text[] not null default '{}'::text[]
    text text not null
    full_text text not null
    html text
    has_remote_images boolean not null default false
    trust text
    held boolean not null default false
    unreadable text
    leaves_at timestamp with time zone
    state_before text
    state_after text
    home_ticket_id bigint
    next_update_at timestamp with time zone
    constraint message_automatic_check CHECK ((automatic = ANY (ARRAY['bounce'::text, 'autoReply'::text, 'feedbackReport'::text, 'list'::text])))
    constraint message_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'portal'::text, 'api'::text, 'monitor'::text])))
    constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
    constraint message_home_ticket_id_fkey FOREIGN KEY (home_ticket_id) REFERENCES tickets.ticket(id)
    constraint message_incoming_id_fkey FOREIGN KEY (incoming_id) REFERENCES channels.incoming(id)
    constraint message_incoming_id_key UNIQUE (incoming_id)
    constraint message_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'note'::text])))
    constraint message_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES channels.outgoing(id)
    constraint message_outgoing_id_key UNIQUE (outgoing_id)
    constraint message_pkey PRIMARY KEY (id)
    constraint message_state_after_check CHECK ((state_after = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text, 'resolved'::text, 'closed'::text])))
    constraint message_state_before_check CHECK ((state_before = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text, 'resolved'::text, 'closed'::text])))
    constraint message_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    constraint message_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    constraint message_trust_check CHECK ((trust = ANY (ARRAY['verified'::text, 'unverified'::text, 'failed'::text])))
    CREATE INDEX message_home ON tickets.message USING btree (home_ticket_id) WHERE (home_ticket_id IS NOT NULL)
    CREATE INDEX message_message_id ON tickets.message USING btree (message_id) WHERE (message_id IS NOT NULL)
    CREATE INDEX message_ticket ON tickets.message USING btree (ticket_id, id)
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE ((kind = 'message'::text) AND (NOT held) AND (EXISTS ( SELECT
       FROM tickets.ticket t
      WHERE (t.id = message.ticket_id))))
END

table tickets.opinion (row-level security, forced)
    id bigint not null generated always as identity
    ticket_id bigint not null
    message_id bigint
    address text not null
    name text
    language text not null
    asked_at timestamp with time zone not null
    ends_at timestamp with time zone not null
    answer text
    comment text not null default ''::text
    answered_at timestamp with time zone
    said integer not null default 0
    constraint opinion_answer_check CHECK ((answer = ANY (ARRAY['satisfied'::text, 'partly'::text, 'unsatisfied'::text])))
    constraint opinion_language_check CHECK ((language = ANY (ARRAY['en'::text, 'it'::text])))
    constraint opinion_message_id_fkey FOREIGN KEY (message_id) REFERENCES tickets.message(id) ON DELETE SET NULL
    constraint opinion_pkey PRIMARY KEY (id)
    constraint opinion_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    constraint opinion_ticket_id_key UNIQUE (ticket_id)
    CREATE INDEX opinion_message ON tickets.opinion USING btree (message_id) WHERE (message_id IS NOT NULL)
    policy customer_wall using runtime.sees_all()

table tickets.participant (row-level security, forced)
    ticket_id bigint not null
    address text not null
    name text
    role text not null
    added_at timestamp with time zone not null
    constraint participant_pkey PRIMARY KEY (ticket_id, address)
    constraint participant_role_check CHECK ((role = ANY (ARRAY['reporter'::text, 'copied'::text, 'added'::text])))
    constraint participant_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    policy customer_wall using 
CASE
    WHEN runtime.sees_all() THEN true
    ELSE (EXISTS ( SELECT
       FROM tickets.ticket t
      WHERE (t.id = participant.ticket_id)))
END

table tickets.placed (row-level security, forced)
    act_id bigint not null
    message_id bigint not null
    came_later boolean not null default false
    constraint placed_act_id_fkey FOREIGN KEY (act_id) REFERENCES tickets.act(id)
    constraint placed_message_id_fkey FOREIGN KEY (message_id) REFERENCES tickets.message(id) ON DELETE CASCADE
    constraint placed_pkey PRIMARY KEY (act_id, message_id)
    CREATE INDEX placed_message ON tickets.placed USING btree (message_id, act_id)
    policy customer_wall using runtime.sees_all()

table tickets.presence (row-level security, forced)
    ticket_id bigint not null
    technician_id bigint not null
    doing text not null
    seen_at timestamp with time zone not null
    constraint presence_doing_check CHECK ((doing = ANY (ARRAY['reading'::text, 'writing'::text])))
    constraint presence_pkey PRIMARY KEY (ticket_id, technician_id)
    constraint presence_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    constraint presence_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    CREATE INDEX presence_seen ON tickets.presence USING btree (seen_at)
    policy customer_wall using runtime.sees_all()

table tickets.related (row-level security, forced)
    ticket_id bigint not null
    other_id bigint not null
    by_name text not null
    at timestamp with time zone not null
    constraint related_check CHECK ((ticket_id < other_id))
    constraint related_other_id_fkey FOREIGN KEY (other_id) REFERENCES tickets.ticket(id)
    constraint related_pkey PRIMARY KEY (ticket_id, other_id)
    constraint related_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    CREATE INDEX related_other ON tickets.related USING btree (other_id, ticket_id)
    policy customer_wall using runtime.sees_all()

table tickets.screening (row-level security, forced)
    id bigint not null generated always as identity
    ticket_id bigint not null
    severity text not null
    core_impact text not null
    reach text not null
    degradation text not null
    workaround text not null
    override_priority text
    override_reason text
    by_name text not null
    at timestamp with time zone not null
    constraint screening_check CHECK (((override_priority IS NULL) = (override_reason IS NULL)))
    constraint screening_core_impact_check CHECK ((core_impact = ANY (ARRAY['none'::text, 'slight'::text, 'heavy'::text, 'stopped'::text])))
    constraint screening_degradation_check CHECK ((degradation = ANY (ARRAY['none'::text, 'slow'::text, 'intermittent'::text, 'unusable'::text])))
    constraint screening_override_priority_check CHECK ((override_priority = ANY (ARRAY['P1'::text, 'P2'::text, 'P3'::text, 'P4'::text])))
    constraint screening_pkey PRIMARY KEY (id)
    constraint screening_reach_check CHECK ((reach = ANY (ARRAY['onePerson'::text, 'oneCustomer'::text, 'severalCustomers'::text, 'most'::text])))
    constraint screening_severity_check CHECK ((severity = ANY (ARRAY['minor'::text, 'major'::text, 'blocking'::text, 'dataAtRisk'::text])))
    constraint screening_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    constraint screening_workaround_check CHECK ((workaround = ANY (ARRAY['acceptable'::text, 'costly'::text, 'none'::text])))
    CREATE INDEX screening_ticket ON tickets.screening USING btree (ticket_id, id DESC)
    policy customer_wall using runtime.sees_all()

table tickets.ticket (row-level security, forced)
    id bigint not null generated always as identity
    number bigint not null
    code text not null
    subject text not null
    state text not null default 'waiting'::text
    priority text
    channel text not null
    report_key text not null
    opened_at timestamp with time zone not null
    customer_id bigint
    contact_id bigint
    reporter_name text
    reporter_email text
    reporter_phone text
    recognition_how text not null
    recognition_trust text not null
    language text not null
    support_address text
    team_id bigint not null
    technician_id bigint
    picked_up_at timestamp with time zone
    resolved_at timestamp with time zone
    closed_at timestamp with time zone
    resolution_kind text
    resolution_text text
    resolution_evidence text
    claims_ticket_id bigint
    continues_ticket_id bigint
    spam_at timestamp with time zone
    last_message_at timestamp with time zone not null
    last_from_customer boolean not null default true
    message_count integer not null default 0
    version bigint not null default 1
    updated_at timestamp with time zone not null
    undelivered text
    merged_into_id bigint
    opened_itself_at timestamp with time zone
    screening_id bigint
    reach_counted text
    priority_computed text
    priority_version bigint
    satisfaction text
    stands_at timestamp with time zone not null default '2000-01-01 00:00:00+00'::timestamp with time zone
    bounces integer not null default 0
    constraint ticket_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'portal'::text, 'api'::text, 'monitor'::text])))
    constraint ticket_claims_ticket_id_fkey FOREIGN KEY (claims_ticket_id) REFERENCES tickets.ticket(id)
    constraint ticket_code_key UNIQUE (code)
    constraint ticket_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES customers.contact(id) ON DELETE SET NULL
    constraint ticket_continues_ticket_id_fkey FOREIGN KEY (continues_ticket_id) REFERENCES tickets.ticket(id)
    constraint ticket_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(id)
    constraint ticket_language_check CHECK ((language = ANY (ARRAY['en'::text, 'it'::text])))
    constraint ticket_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES tickets.ticket(id)
    constraint ticket_number_key UNIQUE (number)
    constraint ticket_pkey PRIMARY KEY (id)
    constraint ticket_priority_check CHECK ((priority = ANY (ARRAY['P1'::text, 'P2'::text, 'P3'::text, 'P4'::text])))
    constraint ticket_priority_computed_check CHECK ((priority_computed = ANY (ARRAY['P1'::text, 'P2'::text, 'P3'::text, 'P4'::text])))
    constraint ticket_reach_counted_check CHECK ((reach_counted = ANY (ARRAY['onePerson'::text, 'oneCustomer'::text, 'severalCustomers'::text, 'most'::text])))
    constraint ticket_recognition_how_check CHECK ((recognition_how = ANY (ARRAY['address'::text, 'domain'::text, 'customerCode'::text, 'phone'::text, 'portal'::text, 'manual'::text, 'none'::text])))
    constraint ticket_recognition_trust_check CHECK ((recognition_trust = ANY (ARRAY['verified'::text, 'unverified'::text, 'failed'::text])))
    constraint ticket_report_key_key UNIQUE (report_key)
    constraint ticket_resolution_kind_check CHECK ((resolution_kind = ANY (ARRAY['answer'::text, 'guideline'::text, 'serviceProvided'::text, 'workaround'::text, 'hotfix'::text, 'other'::text])))
    constraint ticket_satisfaction_check CHECK ((satisfaction = ANY (ARRAY['satisfied'::text, 'partly'::text, 'unsatisfied'::text])))
    constraint ticket_screening_id_fkey FOREIGN KEY (screening_id) REFERENCES tickets.screening(id)
    constraint ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text, 'resolved'::text, 'closed'::text])))
    constraint ticket_team_id_fkey FOREIGN KEY (team_id) REFERENCES staff.team(id)
    constraint ticket_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES staff.technician(id)
    constraint ticket_undelivered_check CHECK ((undelivered = ANY (ARRAY['late'::text, 'lost'::text])))
    CREATE INDEX ticket_bounced ON tickets.ticket USING btree (opened_at, id) WHERE ((bounces >= 3) AND (state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text])) AND (spam_at IS NULL))
    CREATE INDEX ticket_computed ON tickets.ticket USING btree (priority_version, id) WHERE ((screening_id IS NOT NULL) AND (state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text])) AND (spam_at IS NULL))
    CREATE INDEX ticket_customer ON tickets.ticket USING btree (customer_id, opened_at DESC, id DESC)
    CREATE INDEX ticket_free ON tickets.ticket USING btree (team_id, LEAST(COALESCE(priority, 'P15'::text), 'P2'::text), stands_at, id) WHERE ((technician_id IS NULL) AND (state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text])) AND (spam_at IS NULL))
    CREATE INDEX ticket_merged ON tickets.ticket USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL)
    CREATE INDEX ticket_of_team ON tickets.ticket USING btree (team_id, opened_at DESC, id DESC)
    CREATE INDEX ticket_open ON tickets.ticket USING btree (opened_at DESC, id DESC) WHERE ((state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text])) AND (spam_at IS NULL))
    CREATE INDEX ticket_opened ON tickets.ticket USING btree (opened_at DESC, id DESC)
    CREATE INDEX ticket_over ON tickets.ticket USING btree (state, opened_at DESC, id DESC) WHERE (state = ANY (ARRAY['resolved'::text, 'closed'::text]))
    CREATE INDEX ticket_priority ON tickets.ticket USING btree (priority, state, opened_at DESC, id DESC) WHERE (priority IS NOT NULL)
    CREATE INDEX ticket_queue ON tickets.ticket USING btree (LEAST(COALESCE(priority, 'P15'::text), 'P2'::text), stands_at, id) WHERE ((state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text])) AND (spam_at IS NULL))
    CREATE INDEX ticket_reporter ON tickets.ticket USING btree (reporter_email, opened_at DESC)
    CREATE INDEX ticket_resolved ON tickets.ticket USING btree (resolved_at DESC, id DESC) WHERE (state = 'resolved'::text)
    CREATE INDEX ticket_screening ON tickets.ticket USING btree (screening_id) WHERE (screening_id IS NOT NULL)
    CREATE INDEX ticket_spam ON tickets.ticket USING btree (spam_at DESC, id DESC) WHERE (spam_at IS NOT NULL)
    CREATE INDEX ticket_team ON tickets.ticket USING btree (team_id, LEAST(COALESCE(priority, 'P15'::text), 'P2'::text), stands_at, id) WHERE ((state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text])) AND (spam_at IS NULL))
    CREATE INDEX ticket_technician ON tickets.ticket USING btree (technician_id, LEAST(COALESCE(priority, 'P15'::text), 'P2'::text), stands_at, id) WHERE ((state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text])) AND (spam_at IS NULL))
    CREATE INDEX ticket_unknown ON tickets.ticket USING btree (opened_at, id) WHERE ((customer_id IS NULL) AND (state = ANY (ARRAY['waiting'::text, 'inWork'::text, 'waitingForCustomer'::text])) AND (spam_at IS NULL))
    policy customer_wall using runtime.sees(customer_id)

sequence tickets.ticket_number

table tickets.unfiled (row-level security, forced)
    incoming_id bigint not null
    reason text not null
    automatic text
    from_name text
    from_address text
    subject text not null
    received_at timestamp with time zone not null
    put_away_at timestamp with time zone
    put_away_by bigint
    put_away_because text
    constraint unfiled_automatic_check CHECK ((automatic = ANY (ARRAY['bounce'::text, 'autoReply'::text, 'feedbackReport'::text, 'list'::text])))
    constraint unfiled_incoming_id_fkey FOREIGN KEY (incoming_id) REFERENCES channels.incoming(id)
    constraint unfiled_pkey PRIMARY KEY (incoming_id)
    constraint unfiled_put_away_because_check CHECK ((put_away_because = ANY (ARRAY['read'::text, 'notForUs'::text, 'doneElsewhere'::text, 'other'::text])))
    constraint unfiled_put_away_by_fkey FOREIGN KEY (put_away_by) REFERENCES staff.technician(id)
    constraint unfiled_reason_check CHECK ((reason = ANY (ARRAY['automatic'::text, 'blocked'::text, 'ourOwn'::text, 'noSender'::text, 'verification'::text, 'refused'::text, 'unreadable'::text])))
    CREATE INDEX unfiled_put_away ON tickets.unfiled USING btree (put_away_at DESC, incoming_id DESC) WHERE (put_away_at IS NOT NULL)
    CREATE INDEX unfiled_waiting ON tickets.unfiled USING btree (incoming_id DESC) WHERE (put_away_at IS NULL)
    policy customer_wall using runtime.sees_all()

table tickets.withheld (row-level security, forced)
    id bigint not null generated always as identity
    at timestamp with time zone not null
    ticket_id bigint not null
    address text not null
    reason text not null
    constraint withheld_pkey PRIMARY KEY (id)
    constraint withheld_reason_check CHECK ((reason = ANY (ARRAY['address'::text, 'domain'::text, 'everybody'::text, 'loop'::text])))
    constraint withheld_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets.ticket(id)
    CREATE INDEX withheld_at ON tickets.withheld USING btree (at)
    policy customer_wall using runtime.sees_all()

table timeline.entry (row-level security, forced)
    id bigint not null generated always as identity
    at timestamp with time zone not null
    kind text not null
    actor_kind text not null
    actor_id bigint
    actor_name text not null
    subject_kind text not null
    subject_id bigint not null
    customer_id bigint
    data jsonb not null default '{}'::jsonb
    constraint entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['technician'::text, 'contact'::text, 'token'::text, 'pronto'::text])))
    constraint entry_pkey PRIMARY KEY (id)
    CREATE INDEX entry_actor ON timeline.entry USING btree (actor_kind, actor_id, id)
    CREATE INDEX entry_kind ON timeline.entry USING btree (kind, id)
    CREATE INDEX entry_subject ON timeline.entry USING btree (subject_kind, subject_id, id)
    policy customer_wall using runtime.sees(customer_id)
    CREATE TRIGGER only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON timeline.entry FOR EACH STATEMENT EXECUTE FUNCTION timeline.refuse_change()
