-- Keys of the service itself, made at random when first needed; every node uses the same.

create table scim_keyring (
    name    varchar(64) not null primary key, -- what the key is for
    key_hex varchar(64) not null              -- 32 bytes in hexadecimal
) engine = InnoDB row_format = dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
