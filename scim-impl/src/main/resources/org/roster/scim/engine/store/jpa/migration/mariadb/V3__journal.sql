-- The journal: what changed, written in the transaction that changed it. Both ids begin with their time, so that old rows
-- can be cut off by the primary keys.

create table scim_change (
    id            varchar(36)  not null, -- time-ordered; what one deletion did to several resources has one id
    resource_id   varchar(36)  not null, -- no foreign key: the journal outlives the resource
    tenant        varchar(64)  not null,
    wave          bigint        not null, -- 0 until the first reader after the commit puts it in order
    resource_type varchar(64)  not null,
    operation     varchar(16)  not null, -- created, changed or deleted
    version       bigint        not null, -- of the resource afterwards; a deletion counts as one more
    actor         varchar(1000) not null,
    changed_at    bigint        not null, -- milliseconds since 1970
    change_json   longtext not null, -- attributes with old and new value, names of masked ones, members
    primary key (id, resource_id),
    index scim_change_order (tenant, wave, id, resource_id),
    unique index scim_change_version (resource_id, version)
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table scim_change_member (
    list_id   varchar(36) not null, -- named in change_json
    member_id varchar(36) not null,
    added     integer      not null, -- 1 if it became a member, 0 if it no longer is one
    primary key (list_id, member_id)
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table scim_change_wave (
    id   integer not null primary key, -- one row, whose lock makes waves one after the other
    wave bigint  not null -- the newest number given out
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
insert into scim_change_wave (id, wave) values (1, 0);
