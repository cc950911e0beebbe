package org.cartulary.ops.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot tell a refusal to start in its two sentences. */
final class ServiceNotStartedAnalyzer extends AbstractFailureAnalyzer<ServiceNotStarted> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ServiceNotStarted cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
