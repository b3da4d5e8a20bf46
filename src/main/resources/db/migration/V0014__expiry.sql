-- A program's way in may end by itself.
alter table staff.token add column expires_at timestamptz;

-- The outbox is searched by the address a mail goes to, or by its domain.
create index delivery_address on channels.delivery (lower(address), id desc);
create index delivery_domain on channels.delivery (lower(split_part(address, '@', 2)), id desc);
