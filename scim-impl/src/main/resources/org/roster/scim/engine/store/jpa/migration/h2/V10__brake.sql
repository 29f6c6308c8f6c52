-- What the brake has counted: deactivations and deletions within its window. A row comes with the first of them after the
-- brake was switched on. To lift the brake by hand, set changes to '' and tripped to 0.

create table scim_brake (
    tenant    varchar(64) not null,
    type      varchar(64) not null,
    changes   varchar(4000) not null, -- how many, by the second at which a stretch of time begins: 1795962670:3 1795962730:1
    resources bigint not null, -- how many there were when last counted
    counted   bigint not null, -- when that was; milliseconds since 1970, as all of these
    tripped   bigint not null, -- since when the brake holds or warns; 0 if it does not
    lifted    bigint not null, -- until when everything is let through
    primary key (tenant, type)
);
