-- Bearer tokens of the service. A token has up to two secrets that are good at the same time, so that a client can be given
-- a new one before the old one ends. Only hashes are kept. A revoked token keeps its row, for those who ask later.

create table scim_token (
    id             varchar(36) not null primary key,
    tenant         varchar(64) not null, -- the only one that it is good for; empty for every one
    name           varchar(100) not null,
    live_name      varchar(100) unique, -- the name, and null when the token is revoked
    roles          varchar(500) not null, -- names with blanks between, as in the next two
    resource_types varchar(500) not null, -- empty for all
    networks       varchar(1000) not null, -- empty for everywhere
    created        bigint not null, -- milliseconds since 1970, as the other times; 0 for never
    created_by     varchar(1000) not null,
    expires        bigint not null,
    revoked        bigint not null,
    last_used      bigint not null -- to a minute
);
create index scim_token_list on scim_token (tenant, id);

create table scim_token_secret (
    hash_hex varchar(64) not null primary key, -- SHA-256
    token_id varchar(36) not null,
    created  bigint not null,
    expires  bigint not null, -- 0 for with the token
    foreign key (token_id) references scim_token (id)
);
create index scim_token_secret_token on scim_token_secret (token_id);
