package org.roster.scim.engine.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.Set;
import org.roster.scim.engine.journal.ChangeJournal;
import org.roster.scim.engine.store.jpa.JpaResourceStore;
import org.roster.scim.engine.store.jpa.PersistenceUnit;
import org.roster.scim.engine.tableless.NoTokens;

/**
 * Lets CDI know the beans of the directory where the deployment has its persistence unit, and what stands in for them where it
 * has not.
 */
public class DirectoryOrNot implements Extension {

    private static final Set<String> WITH_TABLES =
            Set.of(JpaResourceStore.class.getPackageName(), ChangeJournal.class.getPackageName());
    private static final Set<String> WITHOUT_TABLES = Set.of(NoTokens.class.getPackageName());

    private final Set<String> absent = PersistenceUnit.isThere() ? WITHOUT_TABLES : WITH_TABLES;

    void choose(@Observes @WithAnnotations(ApplicationScoped.class) ProcessAnnotatedType<?> bean) {
        if (absent.contains(bean.getAnnotatedType().getJavaClass().getPackageName())) {
            bean.veto();
        }
    }
}
