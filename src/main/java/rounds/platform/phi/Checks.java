package rounds.platform.phi;

/// Check digits.
final class Checks {
    private Checks() {}

    static String digits(String text) {
        var digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /// ISO/IEC 7812-1, annex B: every second digit from the right is doubled, the sum of all digits
    /// ends with 0. Nothing but zeros is no number.
    static boolean luhn(String digits) {
        int sum = 0;
        int all = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            all += digit;
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return all > 0 && sum % 10 == 0;
    }

    /// The weighted sum of the digits before the last one, taken from 11, is the last one.
    static boolean modulo11(String digits, int from, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(from + i) - '0') * weights[i];
        }
        return (11 - sum % 11) % 11 == digits.charAt(from + weights.length) - '0';
    }

    /// ISO 7064 MOD 97-10, as in ISO 13616 (IBAN): letters count from 10, the first four go last.
    static boolean iban(String account) {
        int rest = 0;
        for (int i = 0; i < account.length(); i++) {
            int value = Character.digit(account.charAt((i + 4) % account.length()), 36);
            if (value < 0) {
                return false;
            }
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }
}
