package exemplar.ui.compare;

/// Which way a text runs.
final class Reading {
    private Reading() {}

    /// Whether its first strong character is written from right to left.
    static boolean isRightToLeft(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(d ->
                        d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst()
                .map(d -> d != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .orElse(false);
    }
}
