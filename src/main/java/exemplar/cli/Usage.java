package exemplar.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, in our own words.
final class Usage {
    private static final Pattern ONE_OF =
            Pattern.compile("missing required argument \\(specify one of these\\): \\((.*)\\)");

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private Usage() {}

    static int explain(Console console, ParameterException e) {
        CommandLine command = e.getCommandLine();
        console.say("exemplar: " + sentence(command, e));
        console.say("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return Trouble.USAGE;
    }

    private static String sentence(CommandLine command, ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException u -> unmatched(command, u);
            case MutuallyExclusiveArgsException m ->
                    unprefixed(m)
                            .replace(
                                    " are mutually exclusive (specify only one)",
                                    " exclude each other; give one of them");
            case MissingParameterException m -> missing(m);
            default -> {
                Optional<ArgSpec> argument = Optional.ofNullable(e.getArgSpec());
                yield argument.isPresent() && e.getValue() != null
                        ? value(argument.get(), e.getValue())
                        : unprefixed(e);
            }
        };
    }

    private static String missing(MissingParameterException e) {
        String said = unprefixed(e);
        Matcher group = ONE_OF.matcher(said);
        if (group.matches()) {
            return "give one of " + group.group(1).replace(" | ", " or ");
        }
        List<String> missing = QUOTED.matcher(said).results().map(found -> found.group(1)).toList();
        if (missing.isEmpty()) {
            return said;
        }
        String last = missing.getLast();
        return missing.size() == 1
                ? last + " is missing"
                : String.join(", ", missing.subList(0, missing.size() - 1))
                        + " and "
                        + last
                        + " are missing";
    }

    private static String unmatched(CommandLine command, UnmatchedArgumentException e) {
        String first = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().getFirst();
        List<String> near = e.getSuggestions().stream().filter(s -> !s.isBlank()).limit(3).toList();
        String meant = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        if (first.startsWith("-")) {
            return "there is no option '" + first + "' here" + meant;
        }
        boolean asksForCommand =
                command.getCommandSpec().positionalParameters().isEmpty()
                        && !command.getSubcommands().isEmpty();
        return asksForCommand
                ? "there is no command '%s'; there are: %s"
                        .formatted(first, String.join(", ", command.getSubcommands().keySet()))
                : "nothing is expected where '" + first + "' stands" + meant;
    }

    private static String value(ArgSpec argument, String value) {
        String name =
                switch (argument) {
                    case OptionSpec option -> option.longestName();
                    case PositionalParamSpec p -> p.paramLabel();
                    default -> argument.paramLabel();
                };
        return "'%s' is no value for %s: %s"
                .formatted(value, name, expected(argument.auxiliaryTypes()[0]));
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "give one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(c -> c.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "give a whole number";
            case "double", "Double" -> "give a number, such as 0.5";
            case "Path" ->
                    "give a path; where it has letters beyond ASCII the locale must be UTF-8";
            case "URI" -> "give an address, such as http://127.0.0.1:8080/v1";
            case "boolean", "Boolean" -> "give true or false";
            default -> "give another one";
        };
    }

    /// The library's sentence without its "Error: ".
    private static String unprefixed(Exception e) {
        String said = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        return said.isEmpty()
                ? "the command line is not understood"
                : said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }
}
