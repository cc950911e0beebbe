package org.cartulary.query.feed;

import tools.jackson.databind.json.JsonMapper;

/** Writes what leaves by a stream or a webhook, as Spring writes the answers of the API. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}
}
