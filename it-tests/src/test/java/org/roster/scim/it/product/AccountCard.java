package org.roster.scim.it.product;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the desk shows of an account.
 *
 * @param fields by name, in the order in which they are shown
 */
public record AccountCard(Map<String, String> fields) implements Card {

    static AccountCard of(Account account) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("login", account.login());
        fields.put("name", account.fullName());
        fields.put("number", account.number());
        fields.put("workMail", account.workMail());
        fields.put("privateMail", account.getPrivateMail());
        fields.put("status", account.status().name());
        fields.put(
                "department",
                account.department() == null ? null : account.department().title());
        Map<String, String> properties = new TreeMap<>();
        account.properties().forEach(p -> properties.put(p.name(), p.content()));
        fields.put("properties", properties.toString());
        return new AccountCard(fields);
    }
}
