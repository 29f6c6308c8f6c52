package org.roster.scim.engine.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import org.roster.scim.engine.rest.ErrorMapper;

/**
 * Errors of the administration, which look like those of SCIM. A bean of its own: Jersey puts the context of one application
 * into a bean, and there are two.
 */
@ApplicationScoped
@Typed(AdminErrorMapper.class)
public class AdminErrorMapper extends ErrorMapper {}
