package org.cartulary.events.kernel;

import java.util.regex.Pattern;

/**
 * Finds card numbers, so that none is ever stored: 13 to 19 digits that satisfy the Luhn formula (ISO/IEC 7812-1), alone or
 * in groups with spaces or hyphens between them, and whatever other digits stand beside. UUIDs hold none.
 */
public final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final Pattern GROUPS = Pattern.compile("(?<![0-9A-Za-z])\\d+(?:[ -]\\d+)*(?![0-9A-Za-z])");
    private static final Pattern UUIDS =
            Pattern.compile("(?<![0-9A-Za-z])\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?![0-9A-Za-z])");

    private CardNumbers() {}

    public static boolean isIn(String text) {
        if (text == null || text.length() < SHORTEST) return false;
        var groups = GROUPS.matcher(UUIDS.matcher(text).replaceAll("."));
        while (groups.find()) if (isIn(groups.group().split("[ -]"))) return true;
        return false;
    }

    /** @throws IllegalArgumentException if there is one; the message does not repeat it */
    public static void refuseIn(String text, String name) {
        if (isIn(text))
            throw new IllegalArgumentException(
                    name + " holds a card number: send the payment provider's token and the last four digits");
    }

    private static boolean isIn(String[] groups) {
        for (int from = 0; from < groups.length; from++) {
            var digits = new StringBuilder();
            for (int to = from; to < groups.length && digits.length() <= LONGEST; to++)
                if (isCard(digits.append(groups[to]))) return true;
        }
        return false;
    }

    private static boolean isCard(CharSequence digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && isLuhn(digits);
    }

    private static boolean isLuhn(CharSequence digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int weighed = twice ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
