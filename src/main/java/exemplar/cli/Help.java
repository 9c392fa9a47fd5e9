package exemplar.cli;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Gives the help of every command the same parts: what it does, what it takes, examples, and what
/// its exit status says.
final class Help {
    private Help() {}

    static void complete(CommandLine root) {
        UsageMessageSpec usage = root.getCommandSpec().usageMessage();
        usage.commandListHeading("%nCommands ('exemplar COMMAND --help' says more):%n");
        usage.exitCodeListHeading("%nExit status:%n");
        String[] version = root.getCommandSpec().version();
        root.getSubcommands().values().forEach(one -> complete(one, version));
    }

    private static void complete(CommandLine line, String[] version) {
        CommandSpec spec = line.getCommandSpec();
        // Every command has the option; the version is that of the program.
        spec.version(version);
        UsageMessageSpec usage = spec.usageMessage();
        usage.parameterListHeading("%n");
        usage.commandListHeading("%nCommands:%n");
        if (usage.footer().length > 0) {
            usage.footerHeading(usage.footer().length == 1 ? "%nExample:%n" : "%nExamples:%n");
        }
        usage.exitCodeListHeading("%nExit status:%n");
        Map<String, String> statuses = new TreeMap<>(Comparator.comparing(Integer::valueOf));
        statuses.putAll(usage.exitCodeList());
        statuses.put("0", "Done.");
        statuses.put("2", "Wrong usage or bad input; one sentence says what.");
        usage.exitCodeList(statuses);
        line.getSubcommands().values().forEach(one -> complete(one, version));
    }
}
