package exemplar.evidence;

import java.util.List;

/// A finding on an example, with its evidence.
public sealed interface Flag {
    FlagKind kind();

    /// An example of the same set with the same input.
    ///
    /// @param row its position
    /// @param likeness how much it is the same
    /// @param similarity share of common character sequences
    record Other(int row, String id, String gold, Likeness likeness, double similarity) {}

    /// @param others the first of them, never empty
    /// @param count how many there are
    record Duplicate(List<Other> others, int count) implements Flag {
        public Duplicate {
            others = List.copyOf(others);
        }

        @Override
        public FlagKind kind() {
            return FlagKind.DUPLICATE;
        }
    }

    /// @param others the first of those with another gold output, never empty
    record Conflict(List<Other> others) implements Flag {
        public Conflict {
            others = List.copyOf(others);
        }

        @Override
        public FlagKind kind() {
            return FlagKind.CONFLICT;
        }
    }

    /// @param other the example of the other set
    record Leaked(Other other) implements Flag {
        @Override
        public FlagKind kind() {
            return FlagKind.LEAK;
        }
    }

    record EmptyField(String field) implements Flag {
        @Override
        public FlagKind kind() {
            return FlagKind.EMPTY;
        }
    }

    record Unlabelled() implements Flag {
        @Override
        public FlagKind kind() {
            return FlagKind.UNLABELLED;
        }
    }

    record UnknownLabel(String gold) implements Flag {
        @Override
        public FlagKind kind() {
            return FlagKind.UNKNOWN_LABEL;
        }
    }

    /// @param scripts English names of the scripts, in the order in which they begin
    record Scripts(String field, List<String> scripts) implements Flag {
        public Scripts {
            scripts = List.copyOf(scripts);
        }

        @Override
        public FlagKind kind() {
            return FlagKind.SCRIPTS;
        }
    }

    /// @param beginsRightToLeft the direction of the first letter; most letters go the other way
    record Direction(String field, boolean beginsRightToLeft) implements Flag {
        @Override
        public FlagKind kind() {
            return FlagKind.DIRECTION;
        }
    }

    /// @param codePoints the different ones, in the order in which they appear
    /// @param count how many characters
    record Invisible(String field, List<Integer> codePoints, int count) implements Flag {
        public Invisible {
            codePoints = List.copyOf(codePoints);
        }

        @Override
        public FlagKind kind() {
            return FlagKind.INVISIBLE;
        }
    }

    /// @param count how many characters of white space stand at the end
    record TrailingSpace(String field, int count) implements Flag {
        @Override
        public FlagKind kind() {
            return FlagKind.TRAILING_SPACE;
        }
    }

    /// @param excerpt the text around the first brace
    record Braces(String field, String excerpt) implements Flag {
        @Override
        public FlagKind kind() {
            return FlagKind.BRACES;
        }
    }
}
