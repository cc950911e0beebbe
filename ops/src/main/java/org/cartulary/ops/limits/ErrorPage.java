package org.cartulary.ops.limits;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartulary.ops.service.PlainProblem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where Tomcat leads a request to that failed within it. Who asks for this address himself finds nothing. */
@Controller
class ErrorPage implements ErrorController {

    private static final int NOT_FOUND = 404;

    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer failed
                ? failed
                : NOT_FOUND;
        PlainProblem.of(status).writeTo(response);
    }
}
