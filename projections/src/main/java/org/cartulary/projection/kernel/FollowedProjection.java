package org.cartulary.projection.kernel;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.cartulary.projection.kernel.ProjectionStatus.State;

/** One projection with its runner and, at times, its rebuild. */
final class FollowedProjection {

    private final Projection projection;
    private final EventFeed feed;
    private final DataSource dataSource;
    private final ProjectionSettings settings;
    private final BatchWriter writer;
    private final IdleProjections idle;
    private final ProjectionMeters meters;
    private volatile ProjectionRunner runner;
    private volatile Rebuild rebuild;

    FollowedProjection(
            Projection projection,
            EventFeed feed,
            DataSource dataSource,
            IdleProjections idle,
            ProjectionSettings settings,
            MeterRegistry registry) {
        this.projection = projection;
        this.feed = feed;
        this.dataSource = dataSource;
        this.settings = settings;
        this.idle = idle;
        this.writer = new BatchWriter(dataSource);
        this.meters = new ProjectionMeters(registry, projection.name());
        this.runner = runner();
        this.meters.observe(this::status);
    }

    Projection projection() {
        return projection;
    }

    /** Tables that another revision of the code made are made anew first; meanwhile they can be read as they are. */
    void start() {
        var starting = runner();
        runner = starting;
        boolean outdated = writer.progress(projection)
                .filter(mark -> mark.revision() != projection.revision())
                .isPresent();
        if (outdated) rebuild(starting::start);
        else starting.start();
    }

    private ProjectionRunner runner() {
        return new ProjectionRunner(projection, feed, writer, idle, settings, meters);
    }

    void stop() {
        if (rebuild != null) rebuild.stop();
        runner.stop();
    }

    void hurry(long position) {
        runner.hurry(position);
    }

    void rebuild() {
        rebuild(() -> runner.retryNow());
    }

    private synchronized void rebuild(Runnable afterwards) {
        if (isRebuilding()) return;
        rebuild = new Rebuild(projection, feed, dataSource, settings.batch(), afterwards).start();
    }

    ProjectionStatus status() {
        long head = feed.head();
        long position = writer.progress(projection).map(Progress.Mark::position).orElse(0L);
        boolean rebuilding = isRebuilding();
        return new ProjectionStatus(
                projection.name(),
                state(rebuilding),
                position,
                head,
                Math.max(0, head - position),
                rebuilding ? rebuild.eventsPerSecond() : meters.eventsPerSecond(),
                error(),
                rebuilding ? rebuild.status(head) : null);
    }

    private boolean isRebuilding() {
        return rebuild != null && rebuild.isRunning();
    }

    private State state(boolean rebuilding) {
        if (rebuilding) return State.REBUILDING;
        return runner.error() == null ? State.RUNNING : State.FAILED;
    }

    private String error() {
        if (runner.error() != null) return runner.error();
        return rebuild == null ? null : rebuild.error();
    }
}
