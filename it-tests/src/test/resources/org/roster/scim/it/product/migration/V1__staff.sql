create table staff_department (
    code varchar(20) not null primary key,
    title varchar(120) not null unique
);

create table staff_account (
    id varchar(36) not null primary key,
    version bigint not null,
    company varchar(40) not null,
    staff_number varchar(100),
    login varchar(120) not null,
    login_folded varchar(240) not null,
    first_name varchar(120),
    last_name varchar(120),
    shown_as varchar(240),
    job_title varchar(120),
    work_mail varchar(200),
    private_mail varchar(200),
    status varchar(20) not null,
    department varchar(20) references staff_department,
    manager varchar(36) references staff_account,
    created_at timestamp,
    changed_at timestamp,
    removed boolean not null,
    -- Who is removed has the id here, so that somebody else can get the login.
    constraint staff_account_login unique (company, login_folded)
);

create table staff_account_property (
    id varchar(36) not null primary key,
    account varchar(36) not null references staff_account,
    name varchar(60) not null,
    content varchar(400),
    constraint staff_account_property_name unique (account, name)
);

create table staff_team (
    id varchar(36) not null primary key,
    version bigint not null,
    company varchar(40) not null,
    name varchar(120) not null,
    directory_key varchar(120)
);

create table staff_team_membership (
    id varchar(36) not null primary key,
    team varchar(36) not null references staff_team,
    account varchar(36) not null references staff_account,
    team_role varchar(20) not null,
    constraint staff_team_membership_once unique (team, account)
);

insert into staff_department (code, title) values ('OPS', 'Operations');
insert into staff_department (code, title) values ('RND', 'Research and Development');
