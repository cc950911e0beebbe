package org.cartulary.ops.docs;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The documentation is found where people look for it, too. */
@Configuration(proxyBeanMethods = false)
class DocsPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/swagger-ui.html", "/docs");
    }
}
