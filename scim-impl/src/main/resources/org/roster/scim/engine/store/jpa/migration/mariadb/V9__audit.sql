-- Who was refused what, and what administrators did. What was permitted and changed a resource stands in scim_change, which now
-- says by which request and which rule.

create table scim_audit (
    id            varchar(36) not null primary key, -- time-ordered
    tenant        varchar(64) not null, -- empty for all of them
    at            bigint not null, -- milliseconds since 1970
    actor         varchar(1000) not null,
    address       varchar(64) not null,
    request_id    varchar(64) not null,
    operation     varchar(64) not null,
    resource_type varchar(64) not null,
    resource_id   varchar(200) not null,
    decision      varchar(16) not null, -- permitted or refused
    rule          varchar(500) not null
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index scim_audit_list on scim_audit (tenant, id);

alter table scim_change add column request_id varchar(64) default '' not null;
alter table scim_change add column rule varchar(200) default '' not null;
