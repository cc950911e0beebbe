package org.cartulary.ops.limits;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.core.StandardHost;
import org.cartulary.ops.service.HttpProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the limits before everything else, and rates behind whatever says who asks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ClientProperties.class, HttpProperties.class, RateProperties.class})
class LimitsConfiguration {

    /** The doors of commands and reads stand at 100 behind the first; who asks is known before. */
    private static final int BEFORE_THE_DOORS = Ordered.HIGHEST_PRECEDENCE + 90;

    @Bean
    FilterRegistrationBean<PlainRequests> plainRequests(ClientProperties limits) {
        var registration = new FilterRegistrationBean<>(new PlainRequests(limits));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OtherSites> otherSites(HttpProperties settings) {
        var registration = new FilterRegistrationBean<>(new OtherSites(settings.allowedOrigins()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setEnabled(!settings.allowedOrigins().isEmpty());
        return registration;
    }

    @Bean
    FilterRegistrationBean<RateLimits> rateLimits(RateProperties rates, MeterRegistry meters) {
        var registration = new FilterRegistrationBean<>(new RateLimits(rates, meters));
        registration.setOrder(BEFORE_THE_DOORS);
        registration.setEnabled(rates.isLimited());
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedClients(ClientProperties limits) {
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof TimedProtocol protocol) protocol.limit(limits);
            });
            factory.addEngineValves(new SecurityHeaders());
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host)
                    host.setErrorReportValveClass(ErrorAnswers.class.getName());
            });
        };
    }
}
