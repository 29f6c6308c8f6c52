package org.roster.scim.engine.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import org.roster.scim.engine.rest.AnonymousGuard;

/** Nobody comes to the administration without a credential. A bean of its own for the reason of {@link AdminErrorMapper}. */
@ApplicationScoped
@Typed(AdminGuard.class)
public class AdminGuard extends AnonymousGuard {}
