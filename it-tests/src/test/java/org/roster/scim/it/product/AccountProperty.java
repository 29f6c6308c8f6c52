package org.roster.scim.it.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** What else is known of an account: the customer's own fields. */
@Entity
@Table(name = "staff_account_property")
public class AccountProperty {

    @Id
    @Column(name = "id", length = 36)
    private String id = UUID.randomUUID().toString();

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account")
    private Account account;

    @Column(name = "name", nullable = false, length = 60)
    private String name;

    @Column(name = "content", length = 400)
    private String content;

    protected AccountProperty() {}

    AccountProperty(Account account, String name, String content) {
        this.account = account;
        this.name = name;
        this.content = content;
    }

    public Account account() {
        return account;
    }

    public String name() {
        return name;
    }

    public String content() {
        return content;
    }
}
