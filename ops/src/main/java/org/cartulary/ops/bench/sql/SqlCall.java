package org.cartulary.ops.bench.sql;

import java.util.Map;

/**
 * A statement that is a transaction of its own, sent again and again.
 *
 * @param sql in which parameters stand as {@code :name}
 * @param parameters the same values in every call
 */
public record SqlCall(String sql, Map<String, String> parameters) {}
