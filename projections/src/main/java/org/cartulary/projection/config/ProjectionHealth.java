package org.cartulary.projection.config;

import org.cartulary.projection.kernel.ProjectionAdmin;
import org.cartulary.projection.kernel.ProjectionStatus;
import org.cartulary.projection.kernel.ProjectionStatus.State;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while a projection stands still, with the reason: what is read then grows old, though commands are still decided. */
final class ProjectionHealth extends AbstractHealthIndicator {

    private final ProjectionAdmin projections;

    ProjectionHealth(ProjectionAdmin projections) {
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (var projection : projections.statuses()) {
            if (projection.state() == State.FAILED) health.down();
            health.withDetail(projection.name(), words(projection));
        }
    }

    private static String words(ProjectionStatus projection) {
        var words = projection.state() + ", " + projection.lag() + " events behind";
        return projection.error() == null ? words : words + ": " + projection.error();
    }
}
