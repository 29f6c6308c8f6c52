package org.roster.scim.it.attack;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A servlet of the WAR under attack, by which a test changes what is set at start otherwise: {@code ?logger=&level=} how much
 * is logged, an empty level for what it inherits; {@code ?base=} the base URL, empty for none.
 */
@WebServlet("/switches")
public class Switches extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Loggers whose level was changed, so that they are not collected together with it. */
    private static final Map<String, Logger> LOGGERS = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String logger = request.getParameter("logger");
        if (logger != null) {
            String level = request.getParameter("level");
            LOGGERS.computeIfAbsent(logger, Logger::getLogger).setLevel(level.isEmpty() ? null : Level.parse(level));
        }
        @Nullable String base = request.getParameter("base");
        if (base != null) {
            AttackedConfiguration.BASE_URL.set(Optional.of(base).filter(url -> !url.isEmpty()));
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
