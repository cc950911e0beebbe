package org.cartulary.ops.wiring;

import org.cartulary.projection.kernel.Projections;
import org.cartulary.query.kernel.WaitingReads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A read that waits here for a projection that follows here waits for its work alone, not for its pace. */
@Configuration(proxyBeanMethods = false)
class HurryForReads {

    @Bean
    WaitingReads waitingReads(ObjectProvider<Projections> projections) {
        var here = projections.getIfAvailable();
        return here == null ? (projection, position) -> {} : here::hurry;
    }
}
