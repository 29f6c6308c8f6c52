package org.roster.scim.it.product;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Somebody who works with us, or did. Changes only by what can happen to an account. */
@Entity
@Table(name = "staff_account")
public class Account {

    @Id
    @Column(name = "id", length = 36)
    private String id = UUID.randomUUID().toString();

    @Version
    @Column(name = "version")
    private long version;

    /** Whose; we serve several companies. */
    @Column(name = "company", nullable = false, length = 40)
    private String company;

    /** In the books of the company. */
    @Column(name = "staff_number", length = 100)
    private String number;

    @Column(name = "login", nullable = false, length = 120)
    private String login;

    @Column(name = "login_folded", nullable = false, length = 240)
    private String loginFolded;

    @Column(name = "first_name", length = 120)
    private String firstName;

    @Column(name = "last_name", length = 120)
    private String lastName;

    @Column(name = "shown_as", length = 240)
    private String shownAs;

    @Column(name = "job_title", length = 120)
    private String jobTitle;

    @Column(name = "work_mail", length = 200)
    private String workMail;

    @Column(name = "private_mail", length = 200)
    private String privateMail;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false, length = 20)
    private AccountStatus status = AccountStatus.ACTIVE;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "department")
    private Department department;

    /** Whom they report to. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "manager")
    private Account manager;

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<AccountProperty> properties = new ArrayList<>();

    /** In UTC, as everything here. */
    @Column(name = "created_at")
    private LocalDateTime createdAt;

    @Column(name = "changed_at")
    private LocalDateTime changedAt;

    /** Nothing is deleted here. */
    @Column(name = "removed", nullable = false)
    private boolean removed;

    protected Account() {}

    public Account(String company, String login) {
        this.company = company;
        this.login = login;
        this.loginFolded = login.toLowerCase(Locale.ROOT);
        this.createdAt = LocalDateTime.now(Clock.systemUTC());
        this.changedAt = createdAt;
    }

    public void callThem(String first, String last) {
        firstName = first;
        lastName = last;
        changedAt = LocalDateTime.now(Clock.systemUTC());
    }

    public void lock() {
        status = AccountStatus.LOCKED;
        changedAt = LocalDateTime.now(Clock.systemUTC());
    }

    public void unlock() {
        status = AccountStatus.ACTIVE;
        changedAt = LocalDateTime.now(Clock.systemUTC());
    }

    /** Whoever comes later may have the login. */
    public void remove() {
        removed = true;
        loginFolded = id;
        changedAt = LocalDateTime.now(Clock.systemUTC());
    }

    public void moveTo(Department target) {
        department = target;
        changedAt = LocalDateTime.now(Clock.systemUTC());
    }

    public void remember(String name, String value) {
        properties.removeIf(property -> property.name().equals(name));
        properties.add(new AccountProperty(this, name, value));
    }

    public String id() {
        return id;
    }

    public String company() {
        return company;
    }

    public String login() {
        return login;
    }

    public String number() {
        return number;
    }

    public String fullName() {
        return (Optional.ofNullable(firstName).orElse("") + " "
                        + Optional.ofNullable(lastName).orElse(""))
                .strip();
    }

    public String getJobTitle() {
        return jobTitle;
    }

    public void setJobTitle(String title) {
        jobTitle = title;
    }

    public String workMail() {
        return workMail;
    }

    public String getPrivateMail() {
        return privateMail;
    }

    public void setPrivateMail(String mail) {
        privateMail = mail;
    }

    public AccountStatus status() {
        return status;
    }

    public Department department() {
        return department;
    }

    public Optional<Account> manager() {
        return Optional.ofNullable(manager);
    }

    public List<AccountProperty> properties() {
        return List.copyOf(properties);
    }
}
