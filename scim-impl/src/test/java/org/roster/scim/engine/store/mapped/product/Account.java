package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may log in. */
@Entity
@SuppressWarnings({"unused", "UnusedVariable"}) // fields are for JPA
public class Account {

    @Id
    @GeneratedValue
    private long id;

    @Column(length = 36, unique = true)
    private @Nullable String uuid;

    @Version
    private int revision;

    private @Nullable LocalDateTime createdAt;
    private @Nullable LocalDateTime changedAt;

    @ManyToOne
    private @Nullable Company company;

    @ManyToOne
    private @Nullable Department department;

    private boolean deleted;

    @Enumerated(EnumType.STRING)
    private @Nullable Kind kind;

    private @Nullable String source;

    @Column(length = 400)
    private @Nullable String login;

    @Column(length = 400)
    private @Nullable String loginFolded;

    @Enumerated(EnumType.STRING)
    private @Nullable Status status;

    @Embedded
    private @Nullable Person person = new Person();

    @Column(length = 400)
    private @Nullable String nick;

    private @Nullable String secret;

    @Column(length = 400)
    private @Nullable String reference;

    @Column(length = 400)
    private @Nullable String shownName;

    @Column(length = 400)
    private @Nullable String jobTitle;

    @Column(length = 400)
    private @Nullable String workEmail;

    @Column(length = 400)
    private @Nullable String homeEmail;

    private @Nullable Long points;

    @Column(precision = 38, scale = 10)
    private @Nullable BigDecimal rating;

    private @Nullable LocalDateTime hiredAt;

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Phone> phones = new ArrayList<>();

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Mailbox> mailboxes = new ArrayList<>();

    @ElementCollection
    @Column(name = "handle", length = 400)
    private Set<String> handles = new HashSet<>();

    @ElementCollection
    private Set<Property> properties = new HashSet<>();

    @ManyToOne
    private @Nullable Account boss;

    @ManyToMany
    private Set<Project> projects = new HashSet<>();

    protected Account() {}

    /** As the product itself makes one. */
    public static Account robot(String uuid, Company company) {
        Account robot = new Account();
        robot.uuid = uuid;
        robot.company = company;
        robot.kind = Kind.ROBOT;
        robot.login = "robot";
        return robot;
    }

    /** As the product itself makes one, not SCIM. */
    public static Account local(String uuid, Company company) {
        Account local = robot(uuid, company);
        local.kind = Kind.HUMAN;
        local.login = "local";
        local.loginFolded = "local";
        local.source = "LOCAL";
        return local;
    }

    public long getId() {
        return id;
    }

    public int getRevision() {
        return revision;
    }

    public @Nullable String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String login) {
        if (login != null && login.contains("\n")) {
            throw new IllegalArgumentException("a login has one line");
        }
        this.login = login;
        this.loginFolded = login == null ? null : login.toLowerCase(Locale.ROOT);
    }

    /** Behaviour instead of a setter. */
    public void changeSecret(@Nullable String clear) {
        secret = clear == null ? null : "hash of " + clear;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public @Nullable Status getStatus() {
        return status;
    }

    public void setStatus(@Nullable Status status) {
        this.status = status;
    }

    public @Nullable String getWorkEmail() {
        return workEmail;
    }

    public @Nullable Department getDepartment() {
        return department;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public List<Phone> getPhones() {
        return Collections.unmodifiableList(phones);
    }

    public Set<Property> getProperties() {
        return Collections.unmodifiableSet(properties);
    }

    public void putProperty(String name, String value) {
        properties.add(new Property(name, value));
    }
}
