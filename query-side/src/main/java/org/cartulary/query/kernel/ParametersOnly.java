package org.cartulary.query.kernel;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** A filter is a parameter. Spring would also take a header of its name, past all that looks at parameters. */
@ControllerAdvice(basePackages = "org.cartulary.query")
class ParametersOnly {

    @InitBinder
    void withoutHeaders(WebDataBinder binder) {
        if (binder instanceof ExtendedServletRequestDataBinder filters) filters.setHeaderPredicate(header -> false);
    }
}
