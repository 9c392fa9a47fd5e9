package exemplar.study.folder;

import exemplar.study.Applied;
import exemplar.study.Edit;
import exemplar.study.Study;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A process that edits and saves a study as fast as it can until somebody kills it. It writes the
/// number of each edit once it is acknowledged; edit `n` is a note `n` on one example and in the
/// study's name.
final class KilledChild {
    private KilledChild() {}

    public static void main(String[] arguments) throws IOException {
        int from = Integer.parseInt(arguments[1]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        OpenStudy open = OpenStudy.open(Path.of(arguments[0]));
        Thread saver =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (true) {
                                if (!(open.save() instanceof Saved.Done)) {
                                    System.exit(3);
                                }
                            }
                        });
        for (int number = from; saver.isAlive(); number++) {
            int now = number;
            Applied applied = open.history().apply(Edit.of("edit", study -> edited(study, now)));
            if (!(applied instanceof Applied.Done)) {
                System.exit(4);
            }
            out.println(number);
        }
    }

    static Study edited(Study study, int number) {
        int row = row(study, number);
        return study.withName("edit " + number)
                .withPool(
                        study.pool()
                                .with(row, study.pool().get(row).withNote(String.valueOf(number))));
    }

    static int row(Study study, int number) {
        return number * 37 % study.pool().size();
    }
}
