package org.roster.scim.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Counts the aborted tests of a class for {@link MayAbort}. */
public final class AbortedTests implements InvocationInterceptor, AfterAllCallback {

    private final Queue<String> aborted = new ConcurrentLinkedQueue<>();

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        watch(test, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> factory, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return watch(factory, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context) throws Throwable {
        watch(test, context);
    }

    private <T> T watch(Invocation<T> test, ExtensionContext context) throws Throwable {
        try {
            return test.proceed();
        } catch (TestAbortedException reason) {
            aborted.add(context.getDisplayName() + ": " + reason.getMessage());
            throw reason;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        MayAbort most = context.getRequiredTestClass().getAnnotation(MayAbort.class);
        if (most != null) {
            assertThat(List.copyOf(aborted)).as("aborted tests").hasSizeLessThanOrEqualTo(most.value());
        }
    }
}
