package exemplar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own with the classes of the tests, for what only shows when a program ends.
public final class OtherJvm {
    private OtherJvm() {}

    /// @param flags for the JVM beside those every such process has
    public static ProcessBuilder of(List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+UseSerialGC");
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /// The same for one that is to begin soon and to live for a moment.
    public static ProcessBuilder brief(Class<?> main, String... arguments) {
        return of(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"), main, arguments);
    }
}
