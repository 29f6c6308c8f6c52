-- The directory: a document per resource, and indexes beside it. Text compares by its bytes everywhere.

create table scim_resource (
    id            varchar(36) collate "C" not null primary key,
    tenant        varchar(64) collate "C" not null,
    type          varchar(64) collate "C" not null,
    version       bigint                  not null,
    created       bigint                  not null, -- milliseconds since 1970
    last_modified bigint                  not null, -- milliseconds since 1970
    display       text,
    document      text                    not null
);
create index scim_resource_page on scim_resource (tenant, type, id);
create index scim_resource_created on scim_resource (tenant, type, created, id);
create index scim_resource_last_modified on scim_resource (tenant, type, last_modified, id);

create table scim_value (
    resource_id varchar(36) collate "C"  not null references scim_resource (id) on delete cascade,
    index_key   varchar(500) collate "C" not null, -- which attribute, and the folded value
    element     integer                  not null, -- which element of a multi-valued attribute
    tenant      varchar(64) collate "C"  not null,
    sort_first  boolean                  not null, -- the resource sorts by this value
    full_value  text collate "C",                  -- the folded value, if it is too long for the key
    primary key (resource_id, index_key, element)
);
create index scim_value_search on scim_value (tenant, index_key, resource_id);

create table scim_unique (
    tenant      varchar(64) collate "C"  not null,
    attribute   varchar(200) collate "C" not null,
    value_key   varchar(500) collate "C" not null,
    resource_id varchar(36) collate "C"  not null references scim_resource (id) on delete cascade,
    primary key (tenant, attribute, value_key)
);
create index scim_unique_resource on scim_unique (resource_id);

create table scim_member (
    group_id  varchar(36) collate "C" not null references scim_resource (id) on delete cascade,
    member_id varchar(36) collate "C" not null references scim_resource (id) on delete cascade,
    primary key (group_id, member_id)
);
create index scim_member_of on scim_member (member_id, group_id);
