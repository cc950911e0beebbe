package org.cartulary.projection.kernel;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * All projections of this node. They start before the web server, so that their tables exist when the first request
 * comes, and stop after it, each at the end of a batch.
 */
public final class Projections implements ProjectionAdmin, SmartLifecycle {

    /** From one move of those that nothing concerns to the next, at least. */
    private static final Duration SELDOM = Duration.ofMillis(40);

    private final DataSource dataSource;
    private final List<FollowedProjection> followed;
    private final IdleProjections idle;
    private final Digests digests;
    private volatile boolean running;

    public Projections(
            DataSource dataSource,
            EventFeed feed,
            List<Projection> projections,
            ProjectionSettings settings,
            MeterRegistry registry) {
        this.dataSource = dataSource;
        this.idle = new IdleProjections(dataSource, SELDOM);
        this.followed = projections.stream()
                .map(projection -> new FollowedProjection(projection, feed, dataSource, idle, settings, registry))
                .toList();
        this.digests = new Digests(dataSource);
    }

    @Override
    public void start() {
        new Preparation(dataSource)
                .prepare(followed.stream().map(FollowedProjection::projection).toList());
        idle.start();
        followed.forEach(FollowedProjection::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        followed.forEach(FollowedProjection::stop);
        idle.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /** Somebody waits to read a projection at a position. Cheap: meant for every such read; an unknown name is passed over. */
    public void hurry(String name, long position) {
        for (var one : followed) if (one.projection().name().equals(name)) one.hurry(position);
    }

    @Override
    public List<ProjectionStatus> statuses() {
        return followed.stream().map(FollowedProjection::status).toList();
    }

    @Override
    public ProjectionStatus rebuild(String name) {
        var named = named(name);
        named.rebuild();
        return named.status();
    }

    @Override
    public Digest digest(String name) {
        return digests.of(named(name).projection());
    }

    private FollowedProjection named(String name) {
        return followed.stream()
                .filter(one -> one.projection().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownProjectionException("there is no projection " + name + "; there are "
                        + followed.stream().map(one -> one.projection().name()).collect(Collectors.joining(", "))));
    }
}
