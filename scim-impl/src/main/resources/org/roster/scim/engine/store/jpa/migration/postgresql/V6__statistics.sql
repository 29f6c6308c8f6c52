-- Of how many different values a table has, PostgreSQL sees too little in a sample: some values are those of everybody, most
-- are of one alone. It took a unique e-mail address for one that a thousand have, and read all users in their order instead.
-- A quarter of the values are different, and a resource has some forty of them.

alter table scim_value alter column index_key set (n_distinct = -0.25), alter column resource_id set (n_distinct = -0.025);
analyze scim_value;
