package org.cartulary.ops.access;

import jakarta.servlet.Filter;
import java.net.InetAddress;
import java.time.Clock;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.wiring.AccessDirectory;
import org.cartulary.ops.database.Database;
import org.cartulary.ops.database.Home;
import org.cartulary.query.feed.EventVisibility;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Puts Spring Security before every door: who asks is proven first, and what is no command is then let through or denied. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "cartulary.access.enabled", matchIfMissing = true)
@EnableWebSecurity
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

    /** Behind what keeps foreign pages out, before the doors. */
    private static final int BEFORE_THE_DOORS = Ordered.HIGHEST_PRECEDENCE + 50;

    @Bean
    FilterRegistrationBean<Filter> identity(Filter springSecurityFilterChain) {
        var registration = new FilterRegistrationBean<>(springSecurityFilterChain);
        registration.setOrder(BEFORE_THE_DOORS);
        return registration;
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> demoKey(
            AccessProperties properties, Home home, Database database, Ledger ledger, Clock clock) {
        return event -> {
            var key = new DemoKey(home, ledger, clock);
            if (properties.demo() && database.isEmbedded() && isLoopback(event)) key.provide();
            else key.end();
        };
    }

    private static boolean isLoopback(WebServerInitializedEvent event) {
        var address = event.getApplicationContext().getEnvironment().getProperty("server.address", InetAddress.class);
        return address != null && address.isLoopbackAddress();
    }

    @Bean
    EventVisibility eventVisibility(AccessDirectory directory, Clock clock) {
        return new SeenEvents(directory, clock);
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, AccessProperties properties, AccessDirectory directory, Ledger ledger, Clock clock) {
        var credentials = new Credentials(directory, clock, new Tokens(properties.issuers()));
        var denials = new Denials(ledger, clock);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new Bearer())
                        .authenticationManagerResolver(request -> credentials)
                        .authenticationEntryPoint(new Unproven()))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(new Unproven()).accessDeniedHandler(denials))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new Doorkeeper(directory, clock)));
        return http.build();
    }
}
