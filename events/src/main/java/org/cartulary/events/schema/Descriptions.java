package org.cartulary.events.schema;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;

/** The words of the Javadoc, which the build keeps beside the classes. */
final class Descriptions {

    private static final CommentFormatter PLAIN = new CommentFormatter();

    private Descriptions() {}

    /** Empty where the class has no Javadoc. */
    static String of(Class<?> type) {
        return text(RuntimeJavadoc.getJavadoc(type).getComment());
    }

    /** Empty where the component has none; starts with a capital letter and ends with a full stop. */
    static String ofComponent(Class<?> type, String component) {
        return RuntimeJavadoc.getJavadoc(type).getRecordComponents().stream()
                .filter(documented -> documented.getName().equals(component))
                .map(documented -> sentence(text(documented.getComment())))
                .findFirst()
                .orElse("");
    }

    /** How an enum's constants that have Javadoc are to be understood. */
    static String ofConstants(Class<?> type) {
        ClassJavadoc documented = RuntimeJavadoc.getJavadoc(type);
        var text = new StringBuilder();
        for (var constant : documented.getEnumConstants())
            text.append(' ').append(constant.getName()).append(": ").append(sentence(text(constant.getComment())));
        return text.toString().strip();
    }

    private static String text(Comment comment) {
        return PLAIN.format(comment)
                .replaceAll("<[^>]+>", "")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String sentence(String text) {
        if (text.isEmpty()) return text;
        var start = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return start.endsWith(".") || start.endsWith("…") ? start : start + ".";
    }
}
