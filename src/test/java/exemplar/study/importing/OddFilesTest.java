package exemplar.study.importing;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Example;
import exemplar.study.Examples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are nearly right: nothing of them is lost or changed in silence.
class OddFilesTest {
    @TempDir Path temp;

    private ImportPlan plan(String name, String text) throws IOException {
        Path file = Files.writeString(temp.resolve(name), text, StandardCharsets.UTF_8);
        return Importing.inspect(new Source.OfFile(file), ImportingTest.MOODS, Options.FIND_OUT);
    }

    private Imported read(String name, String text) throws IOException {
        return Importing.read(plan(name, text), Examples.NONE, Progress.NONE);
    }

    @Test
    void quotesThatBecomeLettersBecauseOneIsNeverClosedAreTold() throws IOException {
        String text = "text,label\n\"open,joy\nplain,anger\n\"again,joy\n\"whole\",joy\n";
        assertThat(plan("a.csv", text).notes())
                .containsExactly(
                        "line 2: the quote that opens column 1 (and in 1 more row) is never closed,"
                                + " so quotes are read as letters; add the closing quote where one"
                                + " is missing");
        Imported imported = read("a.csv", text);
        assertThat(imported.examples()).hasSize(4);
        assertThat(imported.examples().get(0).field("text")).isEqualTo("\"open");
        assertThat(imported.notes()).hasSize(1);
    }

    @Test
    void quotesThatStandInsideACellOrAreClosedAreNoMistake() throws IOException {
        String text = "text,label\na 5\" screen,joy\n\"so, so\",anger\nsaid \"hi,joy\n";
        assertThat(read("a.csv", text).notes()).isEmpty();
    }

    @Test
    void theSeparatorASpreadsheetNamesInTheFirstLineIsTaken() throws IOException {
        Imported imported = read("a.csv", "sep=;\ntext;label\none, two, three;joy\nfour;anger\n");
        assertThat(imported.rejected()).isEmpty();
        assertThat(imported.examples())
                .extracting(e -> e.field("text"), Example::gold)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("one, two, three", "joy"),
                        org.assertj.core.groups.Tuple.tuple("four", "anger"));
        assertThat(imported.examples().get(0).source()).endsWith(":3");
    }

    @Test
    void recordsInsideAnObjectOfOneLineAreFound() throws IOException {
        Imported imported =
                read("a.json", "{\"v\":1,\"data\":[{\"text\":\"a\",\"label\":\"joy\"}]}\n");
        assertThat(imported.examples()).extracting(Example::gold).containsExactly("joy");
        assertThat(imported.notes()).contains("the records are the member \"data\"");
    }

    @Test
    void aTableWrittenColumnByColumnIsToldToBeOne() throws IOException {
        assertThat(plan("a.json", "{\"text\":[\"a\",\"b\"],\"label\":[\"joy\",\"joy\"]}").notes())
                .anyMatch(n -> n.contains("values are lists"));
    }

    @Test
    void aRecordThatMissesSomethingSaysWhatItIsInstead() throws IOException {
        Imported imported =
                read(
                        "a.jsonl",
                        "{\"text\":\"a\",\"label\":\"joy\"}\n5\n[1,2]\n{}\n{\"label\":\"joy\"}\n");
        assertThat(imported.rejected())
                .extracting(Rejected::sentence)
                .containsExactly(
                        "Line 2: has no \"text\"; it is one value and no object.",
                        "Line 3: has no \"text\", only \"column 1\", \"column 2\".",
                        "Line 4: has no \"text\"; it is empty.",
                        "Line 5: has no \"text\", only \"label\".");
    }

    @Test
    void anIdThatIsTakenIsToldWithItsLine() throws IOException {
        Imported imported = read("a.csv", "id,text,label\n7,a,joy\n8,b,joy\n7,c,joy\n");
        assertThat(imported.examples()).extracting(Example::id).containsExactly("7", "8", "7-2");
        assertThat(imported.notes())
                .containsExactly("line 4: the id \"7\" was taken and became \"7-2\"");
    }

    @Test
    void aFileWhoseRowsAllHaveOneIdIsReadInTheTimeOfItsRows() {
        StringBuilder text = new StringBuilder("id,text,label\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("same,text ").append(i).append(",joy\n");
        }
        Imported imported =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> read("a.csv", text.toString()));
        assertThat(imported.changedIds()).isEqualTo(59_999);
        assertThat(imported.examples().get(59_999).id()).isEqualTo("same-60000");
        assertThat(imported.notes()).hasSize(Imported.RENAMED);
    }
}
