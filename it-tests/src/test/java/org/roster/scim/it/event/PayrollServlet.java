package org.roster.scim.it.event;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows what {@link Payroll} has noted in transactions, and was told afterwards, a line each. */
@WebServlet("/payroll")
public class PayrollServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Payroll payroll;

    @Inject
    public PayrollServlet(Payroll payroll) {
        this.payroll = payroll;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        for (Object note : payroll.notes()) {
            response.getWriter().println("noted " + note);
        }
        for (String change : payroll.told()) {
            response.getWriter().println("told " + change);
        }
    }
}
