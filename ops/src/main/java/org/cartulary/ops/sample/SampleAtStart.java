package org.cartulary.ops.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the made-up shop when the service starts, where {@code cartulary.sample=true} asks for it. */
@Component
@ConditionalOnProperty("cartulary.sample")
class SampleAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleAtStart.class);

    private final SampleLoader loader;

    SampleAtStart(SampleLoader loader) {
        this.loader = loader;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var loaded = loader.load();
        LOG.info(
                "The made-up shop is loaded: {} commands accepted, {} refused because a shelf was empty",
                loaded.accepted(),
                loaded.refused());
    }
}
