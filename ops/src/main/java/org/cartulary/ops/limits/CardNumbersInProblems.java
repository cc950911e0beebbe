package org.cartulary.ops.limits;

import java.util.Map;
import org.cartulary.events.kernel.CardNumbers;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Problem documents repeat the address and the names of parameters: not where somebody has put a card number there. */
@ControllerAdvice
class CardNumbersInProblems implements ResponseBodyAdvice<Object> {

    private static final String VIOLATIONS = "violations";

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) clear(problem);
        return body;
    }

    private static void clear(ProblemDetail problem) {
        if (problem.getInstance() != null
                && CardNumbers.isIn(problem.getInstance().getPath())) problem.setInstance(null);
        if (CardNumbers.isIn(problem.getDetail())) problem.setDetail("The request holds a card number.");
        Map<String, Object> more = problem.getProperties();
        if (more != null && CardNumbers.isIn(String.valueOf(more.get(VIOLATIONS)))) more.remove(VIOLATIONS);
    }
}
