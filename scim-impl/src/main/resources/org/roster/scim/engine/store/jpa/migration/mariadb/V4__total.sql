-- How many resources there are of each type, so that nobody counts them. Rows come when somebody first asks; whoever changes
-- scim_resource by hand deletes them.

create table scim_total (
    tenant varchar(64) not null,
    type   varchar(64) not null,
    wave   bigint      not null, -- of scim_change: the total is that after it, and later changes are added when it is read
    total  bigint      not null,
    moves  bigint      not null, -- how many came and went until then
    primary key (tenant, type)
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
