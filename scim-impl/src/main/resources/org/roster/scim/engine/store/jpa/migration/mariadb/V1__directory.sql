-- The directory: a document per resource, and indexes beside it. Text compares by its code points, spaces at its end too,
-- everywhere; so all columns have one character set, which foreign keys want anyway. The longest key has 3,056 bytes of the
-- 3,072 that InnoDB takes.

create table scim_resource (
    id            varchar(36) not null primary key,
    tenant        varchar(64) not null,
    type          varchar(64) not null,
    version       bigint      not null,
    created       bigint      not null, -- milliseconds since 1970
    last_modified bigint      not null, -- milliseconds since 1970
    display       longtext,
    document      longtext    not null,
    index scim_resource_page (tenant, type, id),
    index scim_resource_created (tenant, type, created, id),
    index scim_resource_last_modified (tenant, type, last_modified, id)
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table scim_value (
    resource_id varchar(36)  not null,
    index_key   varchar(500) not null, -- which attribute, and the folded value
    element     integer      not null, -- which element of a multi-valued attribute
    tenant      varchar(64)  not null,
    sort_first  integer      not null, -- 1 if the resource sorts by this value, else 0
    full_value  longtext,              -- the folded value, if it is too long for the key
    primary key (resource_id, index_key, element),
    index scim_value_search (tenant, index_key, resource_id),
    foreign key (resource_id) references scim_resource (id) on delete cascade
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table scim_unique (
    tenant      varchar(64)  not null,
    attribute   varchar(200) not null,
    value_key   varchar(500) not null,
    resource_id varchar(36)  not null,
    primary key (tenant, attribute, value_key),
    index scim_unique_resource (resource_id),
    foreign key (resource_id) references scim_resource (id) on delete cascade
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table scim_member (
    group_id  varchar(36) not null,
    member_id varchar(36) not null,
    primary key (group_id, member_id),
    index scim_member_of (member_id, group_id),
    foreign key (group_id) references scim_resource (id) on delete cascade,
    foreign key (member_id) references scim_resource (id) on delete cascade
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
