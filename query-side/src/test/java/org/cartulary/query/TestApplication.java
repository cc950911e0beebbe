package org.cartulary.query;

import javax.sql.DataSource;
import org.cartulary.testing.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The query side alone, on a database with the tables of the ledger and of all projections. */
@EnableAutoConfiguration
@Import(QuerySide.class)
class TestApplication {

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        var database = TestDatabase.migrated();
        ReadTables.create(database.projection());
        return database;
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        return database.reader();
    }

    @Bean
    WaitedFor waitedFor() {
        return new WaitedFor();
    }

    @Bean
    TestSight sight() {
        return new TestSight();
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }
}
