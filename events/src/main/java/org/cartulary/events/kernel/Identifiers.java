package org.cartulary.events.kernel;

/** What a name that becomes part of a stream's name may look like: it must never be able to imitate another stream. */
final class Identifiers {

    private Identifiers() {}

    static void require(String what, String value, int maxLength) {
        if (value == null || value.isEmpty()) throw new IllegalArgumentException(what + " is missing");
        if (value.length() > maxLength)
            throw new IllegalArgumentException(what + " has at most " + maxLength + " characters");
        if (!isLetterOrDigit(value.charAt(0)))
            throw new IllegalArgumentException(what + " starts with an ASCII letter or digit");
        if (value.endsWith(" ")) throw new IllegalArgumentException(what + " does not end with a space");
        for (int i = 1; i < value.length(); i++)
            if (!isLetterOrDigit(value.charAt(i)) && "._ -".indexOf(value.charAt(i)) < 0)
                throw new IllegalArgumentException(
                        what + " holds only ASCII letters, digits, full stops, underscores, spaces and hyphens");
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
