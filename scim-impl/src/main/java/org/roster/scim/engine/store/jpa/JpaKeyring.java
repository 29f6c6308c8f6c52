package org.roster.scim.engine.store.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.roster.scim.engine.database.NoTransactions;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.spi.Keyring;

/**
 * Keeps keys in a table, so that every node of the service and the next start find the same. Whoever can read the table can
 * read the whole directory anyway, so a key in it gives nobody more.
 */
@ApplicationScoped
public class JpaKeyring implements Keyring {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Retries retries;

    /** For the CDI proxy. */
    protected JpaKeyring() {
        this(new NoTransactions());
    }

    /**
     * Makes the keyring.
     *
     * @param transactions runs the work
     */
    @Inject
    public JpaKeyring(Transactions transactions) {
        this.retries = new Retries(transactions);
    }

    @Override
    public byte[] key(String name) {
        return HexFormat.of().parseHex(retries.call(em -> {
            insertUnlessThere(em, name);
            return find(em, name).get(0).toString();
        }));
    }

    /** Of two nodes that insert at once one is refused by the primary key, tries again, and finds the other's. */
    private static void insertUnlessThere(EntityManager em, String name) {
        if (!find(em, name).isEmpty()) {
            return;
        }
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        em.createNativeQuery("insert into scim_keyring (name, key_hex) values (?1, ?2)")
                .setParameter(1, name)
                .setParameter(2, HexFormat.of().formatHex(key))
                .executeUpdate();
    }

    private static List<?> find(EntityManager em, String name) {
        return em.createNativeQuery("select key_hex from scim_keyring where name = ?1")
                .setParameter(1, name)
                .getResultList();
    }
}
