package org.cartulary.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** A test of the query side over real HTTP and a real PostgreSQL. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {TestApplication.class, Api.class, Seed.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cartulary.query.wait=400ms",
            "cartulary.query.patience=5s",
            "spring.main.banner-mode=off",
            "spring.flyway.enabled=false"
        })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface QueryTest {}
