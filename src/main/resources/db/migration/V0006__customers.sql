-- Who bought what, who speaks for them, and how their mail is recognised.
create schema if not exists customers;

create table customers.customer (
    id bigint generated always as identity primary key,
    code text not null,
    -- The code as it is matched: upper case, without blanks.
    code_key text not null unique,
    name text not null,
    -- The name as it is sorted and looked up: lower case, without accents; the same on every database.
    name_key text not null,
    plan text,
    language text check (language in ('en', 'it')),
    time_zone text,
    external_id text unique,
    version int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index customer_name on customers.customer (name_key, id);
create sequence customers.customer_number start 20001;

create table customers.email_domain (
    -- A-label, lower case.
    domain text primary key,
    customer_id bigint not null references customers.customer on delete cascade
);
create index email_domain_customer on customers.email_domain (customer_id);

create table customers.platform (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customers.customer on delete cascade,
    name text not null,
    url text,
    external_id text,
    -- Two may change their names for each other's in one transaction.
    unique (customer_id, external_id) deferrable initially deferred,
    unique (customer_id, name) deferrable initially deferred
);

create table customers.contact (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customers.customer on delete cascade,
    name text not null,
    name_key text not null,
    language text check (language in ('en', 'it')),
    role text,
    external_id text,
    version int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (customer_id, external_id)
);
create index contact_customer on customers.contact (customer_id, name_key, id);

create table customers.contact_email (
    -- Lower case, the domain as A-label: one address is one person, everywhere.
    address text primary key,
    contact_id bigint not null references customers.contact on delete cascade,
    position int not null
);
create index contact_email_contact on customers.contact_email (contact_id, position);

create table customers.contact_phone (
    contact_id bigint not null references customers.contact on delete cascade,
    number text not null,
    position int not null,
    primary key (contact_id, number)
);
create index contact_phone_number on customers.contact_phone (number);

alter table customers.customer enable row level security;
alter table customers.customer force row level security;
create policy customer_wall on customers.customer using (runtime.sees(id));
alter table customers.email_domain enable row level security;
alter table customers.email_domain force row level security;
create policy customer_wall on customers.email_domain using (runtime.sees(customer_id));
alter table customers.platform enable row level security;
alter table customers.platform force row level security;
create policy customer_wall on customers.platform using (runtime.sees(customer_id));
alter table customers.contact enable row level security;
alter table customers.contact force row level security;
create policy customer_wall on customers.contact using (runtime.sees(customer_id));
alter table customers.contact_email enable row level security;
alter table customers.contact_email force row level security;
create policy customer_wall on customers.contact_email using (
    case when runtime.sees_all() then true else exists (select from customers.contact c where c.id = contact_id) end);
alter table customers.contact_phone enable row level security;
alter table customers.contact_phone force row level security;
create policy customer_wall on customers.contact_phone using (
    case when runtime.sees_all() then true else exists (select from customers.contact c where c.id = contact_id) end);
