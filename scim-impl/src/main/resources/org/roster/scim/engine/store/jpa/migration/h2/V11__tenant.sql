-- Tenants besides the default one. A tenant that is gone keeps its row, so that nobody gets its name by accident.

create table scim_tenant (
    name       varchar(64) not null primary key,
    state      varchar(16) not null, -- active, suspended or deleted
    created    bigint not null, -- milliseconds since 1970
    created_by varchar(1000) not null
);
