package org.cartulary.events.kernel;

import java.util.regex.Pattern;

/**
 * Finds card numbers, so that none is ever stored: 13 to 19 digits of any script that satisfy the Luhn formula (ISO/IEC
 * 7812-1) and begin as issued numbers do, alone or in groups with up to three signs between them, and whatever other digits
 * stand beside. UUIDs hold none.
 */
public final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final String BETWEEN = "[^\\p{L}\\p{Nd}]{1,3}";
    private static final Pattern GROUPS =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\\p{Nd}+(?:" + BETWEEN + "\\p{Nd}+)*(?![\\p{L}\\p{Nd}])");
    private static final Pattern UUIDS =
            Pattern.compile("(?<![0-9A-Za-z])\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?![0-9A-Za-z])");

    private CardNumbers() {}

    public static boolean isIn(String text) {
        if (text == null || text.length() < SHORTEST) return false;
        var groups = GROUPS.matcher(UUIDS.matcher(text).replaceAll("."));
        while (groups.find()) if (isIn(groups.group().split(BETWEEN))) return true;
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
                if (isCard(append(digits, groups[to]))) return true;
        }
        return false;
    }

    private static StringBuilder append(StringBuilder digits, String group) {
        group.codePoints().forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits;
    }

    private static boolean isCard(StringBuilder digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && isIssued(digits) && isLuhn(digits);
    }

    /** Moments in milliseconds and years begin otherwise: one in ten of them would satisfy the Luhn formula by chance. */
    private static boolean isIssued(StringBuilder digits) {
        return switch (digits.charAt(0)) {
            case '3', '4', '5', '6' -> true;
            case '1' -> digits.length() == 15;
            case '2' -> isOfMirOrMastercard(Integer.parseInt(digits.substring(0, 4)));
            case '8', '9' -> digits.length() >= 16;
            default -> false;
        };
    }

    private static boolean isOfMirOrMastercard(int prefix) {
        return prefix >= 2200 && prefix <= 2204 || prefix >= 2221 && prefix <= 2720;
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
