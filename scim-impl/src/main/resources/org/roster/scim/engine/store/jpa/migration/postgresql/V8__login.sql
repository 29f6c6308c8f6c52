-- What a realm of the server needs to log users in: one row for each resource with userName, active and a password.

create table scim_password (
    resource_id varchar(36) collate "C"  not null primary key references scim_resource (id) on delete cascade,
    tenant      varchar(64) collate "C"  not null,
    type        varchar(64) collate "C"  not null,
    user_name   varchar(300) collate "C" not null, -- folded
    active      integer      not null, -- 0 if the user is not to log in, else 1
    iterations  integer      not null,
    salt        varchar(64) collate "C"  not null, -- base64
    hash        varchar(128) collate "C" not null  -- base64; 32 bytes if it was made before this table, else 64
);
create index scim_password_name on scim_password (tenant, user_name);

-- Hashes of before are in the documents. The text of a document has quotes without a backslash around names alone, and only
-- the service makes this beginning of a hash.
insert into scim_password (resource_id, tenant, type, user_name, active, iterations, salt, hash)
select p.id, p.tenant, 'User', p.user_name, p.active, 210000, substring(p.secret, 1, 24), substring(p.secret, 26, 44)
from (
    select r.id, r.tenant, u.value_key as user_name,
        case when exists (select 1 from scim_value v where v.resource_id = r.id and v.index_key = 'active=false')
            then 0 else 1 end as active,
        substring(r.document, position('"password":"{PBKDF2WithHmacSHA512}210000:' in r.document) + 41, 70) as secret
    from scim_resource r join scim_unique u on u.resource_id = r.id and u.attribute = 'User.userName'
    where r.type = 'User' and position('"password":"{PBKDF2WithHmacSHA512}210000:' in r.document) > 0
        and char_length(u.value_key) <= 300
) p
where substring(p.secret, 25, 1) = ':' and substring(p.secret, 70, 1) = '"';

-- Who may log in.
create view scim_login as
select tenant, user_name, concat('PBKDF2WithHmacSHA512:', iterations, ':', salt, ':', hash) as password, -- Jakarta Security
    hash, salt, iterations                                                                               -- SCRAM
from scim_password
where type = 'User' and active = 1;

-- The roles of those who may: the names of their groups. Nobody becomes an administrator of Roster or of the server by a group.
create view scim_login_role as
select p.tenant, p.user_name, cast(g.display as varchar(255)) as role
from scim_password p
    join scim_member m on m.member_id = p.resource_id
    join scim_resource g on g.id = m.group_id
where p.type = 'User' and p.active = 1 and g.type = 'Group' and char_length(g.display) <= 255
    and lower(g.display) not like 'scim-%'
    and lower(g.display) not in ('asadmin', 'superuser', 'administrator', 'maintainer', 'operator', 'deployer', 'auditor',
        'monitor');
