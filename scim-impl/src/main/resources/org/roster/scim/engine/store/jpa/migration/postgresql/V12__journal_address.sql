-- From where a change came, beside who made it and by which request. Empty for changes before this, and for those of no request.

alter table scim_change add column address varchar(64) collate "C" default '' not null;
