package org.roster.scim.engine.boot;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Unmanaged;

/** Objects that the servlet container shall have, with what CDI injects. Servers differ in whether they do that by themselves. */
final class Injected {

    private Injected() {}

    /**
     * Makes an object.
     *
     * @param type with a constructor without parameters, and with initializer methods
     * @return the object
     */
    static <T> T of(Class<T> type) {
        return new Unmanaged<>(CDI.current().getBeanManager(), type)
                .newInstance()
                .produce()
                .inject()
                .postConstruct()
                .get();
    }
}
