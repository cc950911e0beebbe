package org.cartulary.ops.limits;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.cartulary.ops.service.PlainProblem;

/** What Tomcat refuses before any filter sees it, such as an address that is none, is answered as all else: without its page. */
public final class ErrorAnswers extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            PlainProblem.of(response.getStatus()).writeTo(response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
