package org.cartulary.ops.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cartulary.events.json.CanonicalJson;

/** The JSON of something that is sent again and again with other words in it: written once, and then only copied. */
public final class Template {

    private final String[] parts;
    private final int[] words;

    private Template(String[] parts, int[] words) {
        this.parts = parts;
        this.words = words;
    }

    /** @param words of the sample that shall be replaced; each stands in it just once */
    public static Template of(Object sample, List<String> words) {
        var json = new String(CanonicalJson.write(sample), StandardCharsets.UTF_8);
        words.forEach(word -> requireOnce(json, word));
        var order = IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparing(word -> json.indexOf(words.get(word))))
                .mapToInt(Integer::intValue)
                .toArray();
        var parts = new String[words.size() + 1];
        int from = 0;
        for (int i = 0; i < order.length; i++) {
            var word = words.get(order[i]);
            int at = json.indexOf(word);
            parts[i] = json.substring(from, at);
            from = at + word.length();
        }
        parts[order.length] = json.substring(from);
        return new Template(parts, order);
    }

    private static void requireOnce(String json, String word) {
        int first = json.indexOf(word);
        if (first < 0 || first != json.lastIndexOf(word))
            throw new IllegalArgumentException(word + " does not stand just once in " + json);
    }

    /** @param values in the order of the words that they replace; nothing in them needs escaping */
    public String with(String... values) {
        var filled = new StringBuilder(1_024).append(parts[0]);
        for (int i = 0; i < words.length; i++) filled.append(values[words[i]]).append(parts[i + 1]);
        return filled.toString();
    }
}
