-- What a group shows of its members, and a user of his groups, is in the index of their ids: PostgreSQL then reads 10,000 of
-- them in 12 ms instead of 27, because it need not look for each among the documents. An index row has 2,700 bytes at most.

update scim_resource set display = concat(left(display, 499), '…') where length(display) > 500;

alter table scim_member drop constraint scim_member_group_id_fkey, drop constraint scim_member_member_id_fkey;
alter table scim_password drop constraint scim_password_resource_id_fkey;
alter table scim_unique drop constraint scim_unique_resource_id_fkey;

alter table scim_resource drop constraint scim_resource_pkey, add primary key (id) include (type, display);

alter table scim_member
    add constraint scim_member_group_id_fkey foreign key (group_id) references scim_resource (id) on delete cascade,
    add constraint scim_member_member_id_fkey foreign key (member_id) references scim_resource (id) on delete cascade;
alter table scim_password
    add constraint scim_password_resource_id_fkey foreign key (resource_id) references scim_resource (id) on delete cascade;
alter table scim_unique
    add constraint scim_unique_resource_id_fkey foreign key (resource_id) references scim_resource (id) on delete cascade;
