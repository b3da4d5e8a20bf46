-- How deep each team looks, and what it and its people know.
alter table staff.team
    add column tier text not null default '1' check (tier in ('1', '2', '3', 'specialist')),
    add column skills text[] not null default '{}',
    add column languages text[] not null default '{}';
alter table staff.technician
    add column skills text[] not null default '{}',
    -- What they speak with customers; the column language is that of their screens.
    add column speaks text[] not null default '{}';
