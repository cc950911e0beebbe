package org.cartulary.events.kernel;

import java.util.regex.Pattern;

/** Finds card numbers, so that none is ever stored: a run of 13 to 19 digits that satisfies the Luhn formula (ISO/IEC 7812-1). */
public final class CardNumbers {

    private static final Pattern RUN = Pattern.compile("(?<![0-9A-Za-z])\\d(?:[ -]?\\d){12,18}(?![0-9A-Za-z])");

    private CardNumbers() {}

    public static boolean isIn(String text) {
        if (text == null || text.length() < 13) return false;
        var runs = RUN.matcher(text);
        while (runs.find()) if (isLuhn(runs.group())) return true;
        return false;
    }

    /** @throws IllegalArgumentException if there is one; the message does not repeat it */
    public static void refuseIn(String text, String name) {
        if (isIn(text))
            throw new IllegalArgumentException(
                    name + " holds a card number: send the payment provider's token and the last four digits");
    }

    private static boolean isLuhn(String run) {
        int sum = 0;
        boolean twice = false;
        for (int i = run.length() - 1; i >= 0; i--) {
            int digit = run.charAt(i) - '0';
            if (digit < 0 || digit > 9) continue;
            int weighed = twice ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
