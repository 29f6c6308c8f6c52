-- How many resources there are of each type, so that nobody counts them. Rows come when somebody first asks; whoever changes
-- scim_resource by hand deletes them.

create table scim_total (
    tenant varchar(64) collate "C" not null,
    type   varchar(64) collate "C" not null,
    wave   bigint                  not null, -- of scim_change: the total is that after it, and later changes are added when it is read
    total  bigint                  not null,
    moves  bigint                  not null, -- how many came and went until then
    primary key (tenant, type)
);
