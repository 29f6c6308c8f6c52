package org.roster.scim.it.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A department; the list is kept by hand. */
@Entity
@Table(name = "staff_department")
public class Department {

    @Id
    @Column(name = "code", length = 20)
    private String code;

    @Column(name = "title", nullable = false, length = 120)
    private String title;

    protected Department() {}

    public Department(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
