package com.example.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.DatabaseIdentityStoreDefinition;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;

/**
 * BASIC login of Roster's users, for an application on Payara: copy this class into it. Not the server's own BASIC, which
 * ends a password at a colon, and reads it in the character set of the machine.
 */
@ApplicationScoped
@DatabaseIdentityStoreDefinition(
        dataSourceLookup = "jdbc/roster",
        callerQuery = "select password from scim_login where tenant = 'default' and user_name = ?",
        groupsQuery = "select role from scim_login_role where tenant = 'default' and user_name = ?",
        hashAlgorithm = Pbkdf2PasswordHash.class)
public class RosterLogin implements HttpAuthenticationMechanism {

    @Inject
    private IdentityStoreHandler users;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String[] login = login(request.getHeader("Authorization"));
        if (login.length == 2) {
            CredentialValidationResult result = users.validate(new UsernamePasswordCredential(login[0], login[1]));
            if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                return context.notifyContainerAboutLogin(result);
            }
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"roster\", charset=\"UTF-8\"");
        return context.responseUnauthorized();
    }

    /** Name and password, prepared as Roster does it; nothing, if the header has something else. */
    private static String[] login(String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new String[0];
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).trim());
            String text = Normalizer.normalize(new String(decoded, StandardCharsets.UTF_8), Normalizer.Form.NFC);
            int colon = Math.max(0, text.indexOf(':'));
            String name = text.substring(0, colon).toLowerCase(Locale.ROOT);
            return new String[] {name, text.substring(colon + 1).replaceAll("\\p{Zs}", " ")};
        } catch (IllegalArgumentException notBase64) {
            return new String[0];
        }
    }
}
