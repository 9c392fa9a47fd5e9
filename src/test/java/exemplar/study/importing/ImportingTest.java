package exemplar.study.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplar.SharedData;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.study.Examples;
import exemplar.study.Study;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportingTest {
    static final Task MOODS =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "mood",
                    Stream.of("anger", "joy", "optimism", "sadness").map(Label::of).toList(),
                    "",
                    List.of());

    @TempDir Path temp;

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(temp.resolve(name), text.getBytes(charset));
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private static ImportPlan plan(Path file) throws IOException {
        return Importing.inspect(new Source.OfFile(file), MOODS, Options.FIND_OUT);
    }

    private static Imported read(Path file) throws IOException {
        return Importing.read(plan(file), Examples.NONE, Progress.NONE);
    }

    private static Imported pasted(String text) throws IOException {
        return Importing.read(
                Importing.inspect(new Source.OfText("clipboard", text), MOODS, Options.FIND_OUT),
                Examples.NONE,
                Progress.NONE);
    }

    private static List<String> texts(Imported imported) {
        return imported.examples().stream().map(e -> e.field("text")).toList();
    }

    private static void addsUp(Imported imported, int total) {
        assertThat(imported.examples().size() + imported.rejectedCount() + imported.blank())
                .isEqualTo(total);
        assertThat(imported.total()).isEqualTo(total);
    }

    // --- Delimited files -------------------------------------------------------------------------

    @Test
    void aCsvFileWithQuotesLineEndsAndABlankLineComesInWhole() throws IOException {
        Path file =
                file(
                        "moods.csv",
                        "tweet,mood\r\n\"Well, \"\"fine\"\"\",joy\r\n\"two\r\nlines\",anger\r\n\r\n=1+1,sadness\r\n");
        ImportPlan plan = plan(file);
        assertThat(plan.format()).isEqualTo(Format.CSV);
        assertThat(plan.dialect()).contains(new Dialect(',', '"', true));
        assertThat(plan.mapping().written()).isEqualTo("text=tweet,gold=mood");
        Imported imported = read(file);
        assertThat(texts(imported)).containsExactly("Well, \"fine\"", "two\r\nlines", "=1+1");
        assertThat(imported.examples().stream().map(Example::gold))
                .containsExactly("joy", "anger", "sadness");
        assertThat(imported.examples().stream().map(Example::source))
                .containsExactly("moods.csv:2", "moods.csv:3", "moods.csv:6");
        assertThat(imported.examples().stream().map(Example::id))
                .containsExactly("d-0001", "d-0002", "d-0003");
        assertThat(imported.blank()).isEqualTo(1);
        addsUp(imported, 4);
    }

    @Test
    void separatorsAreFoundAlsoWhenTextsHoldOtherOnes() throws IOException {
        assertThat(
                        plan(file("a.csv", "text;mood\nHi, you, there;joy\nNo, never;anger\n"))
                                .dialect())
                .contains(new Dialect(';', '"', true));
        assertThat(plan(file("b.txt", "joy\tHi, you\nanger\tNo, no, no\n")).format())
                .isEqualTo(Format.TSV);
        assertThat(plan(file("c.txt", "text|mood\na, b|joy\nc; d|joy\n")).dialect().orElseThrow())
                .extracting(Dialect::separator)
                .isEqualTo('|');
    }

    @Test
    void literalQuotesInATabSeparatedFileStayLetters() throws IOException {
        Imported imported =
                read(
                        file(
                                "t.tsv",
                                "text\tmood\n\"Hello\" she said\tjoy\nHe said \"no\tanger\nfine\tjoy\n"));
        assertThat(texts(imported)).containsExactly("\"Hello\" she said", "He said \"no", "fine");
        addsUp(imported, 3);
    }

    @Test
    void withoutAHeaderColumnsAreFoundByWhatStandsInThem() throws IOException {
        ImportPlan plan =
                plan(file("n.csv", "joy,I like this a lot\nanger,Not at all like this\n"));
        assertThat(plan.dialect().orElseThrow().header()).isFalse();
        assertThat(plan.mapping().column(Target.Part.GOLD)).contains("column 1");
        assertThat(plan.mapping().column(new Target.Field("text"))).contains("column 2");
    }

    @Test
    void aHeaderInAnyLanguageIsSeenWhereLabelsStandBelowIt() throws IOException {
        ImportPlan plan = plan(file("fr.csv", "texte;étiquette\nTrès drôle;joy\nZut;anger\n"));
        assertThat(plan.dialect().orElseThrow().header()).isTrue();
        assertThat(plan.mapping().column(Target.Part.GOLD)).contains("étiquette");
        assertThat(plan.mapping().column(new Target.Field("text"))).contains("texte");
    }

    @Test
    void anUnclosedQuoteCostsItsRowAndNotTheRestOfTheFile() throws IOException {
        StringBuilder text = new StringBuilder("text,mood\n");
        text.append("\"never closed,joy\n");
        for (int i = 0; i < 300; i++) {
            text.append("line ").append(i).append(",joy\n");
        }
        text.append("\"closed\",anger\n");
        Imported imported = read(file("q.csv", text.toString()));
        assertThat(imported.examples()).hasSize(301);
        assertThat(imported.rejected())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.line()).isEqualTo(2);
                    assertThat(r.reason()).contains("quote opened in column 1 is never closed");
                    assertThat(r.text()).isEqualTo("\"never closed,joy");
                });
        addsUp(imported, 302);
    }

    @Test
    void aFileFullOfUnclosedQuotesIsReadInReasonableTime() throws IOException {
        Path file = file("e.csv", "text,mood\n" + "\"a,joy\n\"\"\n\"\"\n".repeat(50_000));
        ImportPlan plan =
                Importing.inspect(
                        new Source.OfFile(file),
                        MOODS,
                        Options.FIND_OUT
                                .withSeparator(Optional.of(','))
                                .withQuote(Optional.of('"')));
        Imported imported = Importing.read(plan, Examples.NONE, Progress.NONE);
        assertThat(imported.rejectedCount()).isEqualTo(50_000);
        assertThat(imported.blank()).isEqualTo(100_000);
        addsUp(imported, 150_000);
    }

    @Test
    void raggedRowsAreRejectedByLineAndTrailingSeparatorsAreNot() throws IOException {
        Imported imported =
                read(file("r.csv", "text,mood\na,joy\nb, c,joy\nd\ne,joy,,\n,,\nf,anger\n"));
        assertThat(texts(imported)).containsExactly("a", "e", "f");
        assertThat(imported.rejected()).extracting(Rejected::line).containsExactly(3L, 4L);
        assertThat(imported.rejected().getFirst().reason()).contains("3 cells", "2 columns");
        assertThat(imported.rejected().getLast().reason()).contains("has no \"mood\"");
        assertThat(imported.blank()).isEqualTo(1);
        addsUp(imported, 6);
    }

    @Test
    void emptyAndRepeatedNamesOfColumnsAreMadeUnique() throws IOException {
        ImportPlan plan = plan(file("h.csv", "text,,mood,mood\na,b,joy,x\n"));
        assertThat(plan.columns())
                .extracting(Column::name)
                .containsExactly("text", "column 2", "mood", "mood (2)");
    }

    @Test
    void otherColumnsAreKeptMadeFieldsOrLeftAsAsked() throws IOException {
        Path file = file("o.csv", "text,mood,author,score\na,joy,Ann,3\n");
        Example kept = read(file).examples().get(0);
        assertThat(kept.extra()).isEqualTo(Map.of("author", "Ann", "score", "3"));
        assertThat(with(file, Options.FIND_OUT.withRest(Options.Rest.FIELDS)).fields())
                .containsEntry("author", "Ann");
        Example left = with(file, Options.FIND_OUT.withRest(Options.Rest.LEAVE));
        assertThat(left.extra()).isEmpty();
        assertThat(left.fields()).containsOnlyKeys("text");
    }

    private static Example with(Path file, Options options) throws IOException {
        ImportPlan plan = Importing.inspect(new Source.OfFile(file), MOODS, options);
        return Importing.read(plan, Examples.NONE, Progress.NONE).examples().get(0);
    }

    @Test
    void aMappingIsReadAsOnTheCommandLineAndUnknownColumnsAreNamed() throws IOException {
        Path file = file("m.csv", "a,b\nhello and a good morning to all of you,joy\n");
        Mapping mapping = Mapping.parse("text=a,mood=b", MOODS);
        assertThat(mapping.column(Target.Part.GOLD)).contains("b");
        Example example = with(file, Options.FIND_OUT.withMapping(Optional.of(mapping)));
        assertThat(example.gold()).isEqualTo("joy");
        Mapping wrong = Mapping.parse("text=c", MOODS);
        ImportPlan plan =
                Importing.inspect(
                        new Source.OfFile(file),
                        MOODS,
                        Options.FIND_OUT.withMapping(Optional.of(wrong)));
        assertThat(plan.notes())
                .anyMatch(n -> n.contains("no column \"c\"") && n.contains("\"a\""));
        assertThatThrownBy(() -> Mapping.parse("text", MOODS))
                .isInstanceOf(ImportFault.class)
                .hasMessageContaining("field=column");
    }

    // --- JSON ------------------------------------------------------------------------------------

    @Test
    void brokenJsonOnALineIsRejectedWithItsLineAndTheOthersComeIn() throws IOException {
        Imported imported =
                read(
                        file(
                                "j.jsonl",
                                "{\"text\":\"a\",\"mood\":\"joy\"}\n{\"text\":\"b\" \"mood\":1}\n\n{\"text\":\"c\",\"mood\":\"anger\",\"k\":[1,2]}\n{\"text\":\"d\",\"text\":\"e\"}\n7\n"));
        assertThat(texts(imported)).containsExactly("a", "c");
        assertThat(imported.rejected()).extracting(Rejected::line).containsExactly(2L, 5L, 6L);
        assertThat(imported.rejected().getFirst().reason())
                .isEqualTo("broken JSON at column 13: a comma is missing before '\"'");
        assertThat(imported.rejected().get(1).reason()).contains("member \"text\" is there twice");
        assertThat(imported.examples().get(1).extra()).isEqualTo(Map.of("k", List.of(1L, 2L)));
        addsUp(imported, 6);
    }

    @Test
    void whatIsWrongWithJsonIsSaidInOurWords() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        Imported imported =
                read(
                        file(
                                "w.jsonl",
                                String.join(
                                        "\n",
                                        "{\"text\":\"a\",\"mood\":\"joy\"}",
                                        "{\"text\":\"b\",\"k\":" + deep + "}",
                                        "{\"text\":\"c\"",
                                        "{\"text\":\"d",
                                        "{\"text\":tru}",
                                        "{\"text\":\"e\tf\"}",
                                        "{'text':\"g\"}",
                                        "{\"text\":\"\\x\"}",
                                        "{\"text\":\"h\",\"n\":" + "9".repeat(5_000) + "}")));
        assertThat(texts(imported)).containsExactly("a");
        assertThat(imported.rejected())
                .extracting(Rejected::reason)
                .allMatch(r -> r.matches("broken JSON at column \\d+: [a-z':].*"))
                .noneMatch(r -> r.contains("Stream") || r.contains("Unexpected"))
                .hasSize(8);
        Imported array =
                read(file("w.json", "[{\"text\":\"a\",\"mood\":\"joy\"},\n{\"k\":" + deep + "}]"));
        assertThat(array.rejected().getFirst().sentence())
                .startsWith("Line 2: broken JSON at line 2, column ")
                .contains("more levels of nesting");
    }

    @Test
    void aZeroInAFileOfPlainTextDoesNotMakeItUtf16() throws IOException {
        Imported imported = read(file("z.csv", "text,mood\nab\0cd,joy\nfine,joy\n"));
        assertThat(texts(imported)).containsExactly("ab\0cd", "fine");
    }

    @Test
    void anArrayIsFoundAloneAndInsideAnObject() throws IOException {
        String array = "[{\"text\":\"a\",\"mood\":\"joy\"},\n {\"text\":\"b\",\"mood\":null}]";
        assertThat(texts(read(file("a.json", array)))).containsExactly("a", "b");
        Path inside =
                file(
                        "o.json",
                        "{\"version\":1,\"tags\":[\"x\"],\"data\":" + array + ",\"more\":[{}]}");
        Imported imported = read(inside);
        assertThat(texts(imported)).containsExactly("a", "b");
        assertThat(imported.examples().get(1).source()).isEqualTo("o.json:2");
        assertThat(imported.withoutGold()).isEqualTo(1);
        assertThat(imported.notes())
                .anyMatch(n -> n.contains("\"data\""))
                .anyMatch(n -> n.contains("not imported") && n.contains("\"more\""));
    }

    @Test
    void anArrayThatBreaksOffKeepsWhatCameBefore() throws IOException {
        Imported imported =
                read(
                        file(
                                "b.json",
                                "[\n{\"text\":\"a\",\"mood\":\"joy\"},\n{\"text\":\"b\",\"mood\":\"joy\"},\n{\"text\": oops}\n]"));
        assertThat(texts(imported)).containsExactly("a", "b");
        assertThat(imported.rejected())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.line()).isEqualTo(4);
                    assertThat(r.reason()).contains("line 4", "2 records before are whole");
                });
    }

    @Test
    void theLinesOfAStudyComeBackAsTheyWere() throws IOException {
        Path pool = Path.of("samples", "co-op-messages", "pool.jsonl");
        Task task =
                new Task(Task.Kind.CLASSIFY, List.of("text"), "feeling", List.of(), "", List.of());
        ImportPlan plan = Importing.inspect(new Source.OfFile(pool), task, Options.FIND_OUT);
        Imported imported = Importing.read(plan, Examples.NONE, Progress.NONE);
        assertThat(imported.rejected()).isEmpty();
        assertThat(imported.examples().size()).isGreaterThan(100);
        StringBuilder written = new StringBuilder();
        imported.examples()
                .forEach(e ->
                        written.append(exemplar.study.line.Line.of(e.withSource(""))).append('\n'));
        assertThat(written.toString()).isEqualTo(Files.readString(pool));
    }

    // --- Encodings -------------------------------------------------------------------------------

    private static final String UMLAUTS =
            "text,mood\nSchöne Grüße aus Köln wär’ ich bloß größer,joy\n"
                    + "Ça m’énerve déjà – à bientôt peut-être,anger\n".repeat(20);

    @Test
    void unicodeWithAMarkIsRecognised() throws IOException {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        Charset.forName("UTF-32LE"))) {
            Path file = file(charset.name() + ".csv", "\ufeff" + UMLAUTS, charset);
            assertThat(plan(file).encoding().charset()).isEqualTo(charset);
            assertThat(texts(read(file)).getFirst()).startsWith("Schöne Grüße");
        }
    }

    @Test
    void unicodeOfTwoBytesIsRecognisedWithoutAMark() throws IOException {
        Path file = file("w.csv", UMLAUTS, StandardCharsets.UTF_16LE);
        assertThat(plan(file).encoding().charset()).isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(texts(read(file)).getFirst()).startsWith("Schöne Grüße");
    }

    @Test
    void oldEncodingsAreGuessedAndTheGuessIsSaid() throws IOException {
        Path western = file("w.csv", UMLAUTS, Charset.forName("windows-1252"));
        assertThat(plan(western).encoding().charset().name()).isEqualTo("windows-1252");
        assertThat(plan(western).notes()).anyMatch(n -> n.contains("guess"));
        assertThat(texts(read(western)).getFirst()).contains("Grüße", "wär’");
        Path japanese =
                file(
                        "j.csv",
                        "text,mood\n" + "今日はとても天気がいいので散歩に行きました。,joy\n".repeat(10),
                        Charset.forName("windows-31j"));
        assertThat(texts(read(japanese)).getFirst()).isEqualTo("今日はとても天気がいいので散歩に行きました。");
        Path russian =
                file(
                        "r.csv",
                        "text,mood\n"
                                + "Сегодня очень хорошая погода и мы гуляли в парке,joy\n"
                                        .repeat(10),
                        Charset.forName("windows-1251"));
        assertThat(texts(read(russian)).getFirst()).startsWith("Сегодня");
    }

    @Test
    void aWrongEncodingRejectsTheLinesItCannotRead() throws IOException {
        Path file = temp.resolve("x.csv");
        Files.write(file, "text,mood\nok,joy\n".getBytes(StandardCharsets.UTF_8));
        Files.write(
                file,
                "Größe,joy\nfine,joy\n".getBytes(StandardCharsets.ISO_8859_1),
                java.nio.file.StandardOpenOption.APPEND);
        ImportPlan plan =
                Importing.inspect(
                        new Source.OfFile(file),
                        MOODS,
                        Options.FIND_OUT.withEncoding(Optional.of(StandardCharsets.UTF_8)));
        Imported imported = Importing.read(plan, Examples.NONE, Progress.NONE);
        assertThat(texts(imported)).containsExactly("ok", "fine");
        assertThat(imported.rejected())
                .singleElement()
                .satisfies(r -> assertThat(r.sentence()).contains("Line 3", "UTF-8", "encoding"));
    }

    @Test
    void oneBrokenByteInAUnicodeFileDoesNotChangeItsEncoding() throws IOException {
        byte[] bytes = UMLAUTS.getBytes(StandardCharsets.UTF_8);
        bytes[UMLAUTS.indexOf("aus")] = (byte) 0xff;
        Path file = Files.write(temp.resolve("u.csv"), bytes);
        Imported imported = read(file);
        assertThat(imported.rejectedCount()).isEqualTo(1);
        assertThat(imported.examples()).hasSize(20);
    }

    // --- Hostile files ---------------------------------------------------------------------------

    @Test
    void whatIsNoTextFileIsRefusedInASentence() throws IOException {
        Files.createDirectory(temp.resolve("folder.csv"));
        refused(temp.resolve("folder.csv"), "is a folder");
        refused(temp.resolve("none.csv"), "is not there");
        refused(file("empty.csv", ""), "is empty");
        refused(file("blank.csv", "\n \n\n"), "is empty");
        Path zip = Files.write(temp.resolve("book.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        refused(zip, "workbook");
        byte[] noise = new byte[4000];
        new java.util.Random(3).nextBytes(noise);
        refused(Files.write(temp.resolve("noise.csv"), noise), "is no text");
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> plan(file))
                .isInstanceOf(ImportFault.class)
                .hasMessageContaining(String.valueOf(file.getFileName()))
                .hasMessageContaining(why)
                .hasMessageEndingWith(".");
    }

    @Test
    void aLineOfAMegabyteComesInAndATooLongOneIsRejected() throws IOException {
        String megabyte = "word ".repeat(200_000).strip();
        Imported imported = read(file("big.csv", "text,mood\n" + megabyte + ",joy\nshort,joy\n"));
        assertThat(texts(imported)).containsExactly(megabyte, "short");
        String huge = "x".repeat(Lines.LONGEST + 5);
        Imported rejected =
                read(
                        file(
                                "huge.jsonl",
                                "{\"text\":\"a\"}\n{\"text\":\""
                                        + huge
                                        + "\"}\n{\"text\":\"b\"}\n"));
        assertThat(texts(rejected)).containsExactly("a", "b");
        assertThat(rejected.rejected().getFirst().reason()).contains("longer than 8 million");
    }

    @Test
    void deepNestingIsABadRowAndNoStackOverflow() throws IOException {
        Imported imported =
                read(
                        file(
                                "deep.jsonl",
                                "{\"text\":\"a\"}\n{\"text\":" + "[".repeat(100_000) + "}\n"));
        assertThat(texts(imported)).containsExactly("a");
        assertThat(imported.rejectedCount()).isEqualTo(1);
    }

    @Test
    void anInterruptEndsReading() throws IOException {
        ImportPlan plan = plan(file("i.csv", "text,mood\n" + "a,joy\n".repeat(200_000)));
        assertThatThrownBy(() ->
                        Importing.read(
                                plan,
                                Examples.NONE,
                                (rows, share) -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    // --- Ids, labels, the step -------------------------------------------------------------------

    @Test
    void idsAreKeptWhereFreeAndMadeUniqueWhereNot() throws IOException {
        Examples existing = Examples.of(List.of(Example.of("x", Map.of("text", "old"), "joy")));
        ImportPlan plan =
                plan(file("ids.csv", "id,text,mood\nx,a,joy\ny,b,joy\ny,c,joy\n,d,joy\n"));
        Imported imported = Importing.read(plan, existing, Progress.NONE);
        assertThat(imported.examples().stream().map(Example::id))
                .containsExactly("x-2", "y", "y-2", "d-0002");
        assertThat(imported.changedIds()).isEqualTo(2);
        assertThat(imported.sentence(Imported.Destination.POOL)).contains("2 ids were taken");
    }

    @Test
    void unknownLabelsAreReportedAndCanBecomeLabels() throws IOException {
        Path file = file("u.csv", "text,mood\na,joy\nb,Joy\nc,boredom\nd,boredom\n");
        assertThat(plan(file).unknownLabels()).isEqualTo(Map.of("Joy", 1, "boredom", 2));
        Imported imported = read(file);
        assertThat(imported.unknownLabels()).isEqualTo(Map.of("Joy", 1, "boredom", 2));
        assertThat(imported.sentence(Imported.Destination.POOL))
                .isEqualTo(
                        "Imported 4 demonstrations of 4 rows. 3 have a gold output that is no label of the task: Joy, boredom.");
        Study study = Study.of("s", MOODS);
        Study after = imported.into(Imported.Destination.TESTS, true).change().apply(study);
        assertThat(after.tests()).hasSize(4);
        assertThat(after.task().label("boredom")).isPresent();
        Study again = imported.into(Imported.Destination.TESTS, false).change().apply(after);
        assertThat(again.tests()).hasSize(8);
    }

    @Test
    void namesForGoldOutputsAreApplied() throws IOException {
        Path file = file("g.csv", "text,mood\na,0\nb,1\n");
        Example example =
                with(file, Options.FIND_OUT.withGoldNames(Map.of("0", "anger", "1", "joy")));
        assertThat(example.gold()).isEqualTo("anger");
    }

    // --- The clipboard ---------------------------------------------------------------------------

    @Test
    void cellsOfASpreadsheetPasteWithAndWithoutTheirHeader() throws IOException {
        assertThat(texts(pasted("text\tmood\nHi, all\tjoy\n\"two\nlines\"\tanger\n")))
                .containsExactly("Hi, all", "two\nlines");
        Imported bare = pasted("Hi, all\tjoy\r\nNo way\tanger\r\n");
        assertThat(texts(bare)).containsExactly("Hi, all", "No way");
        assertThat(bare.examples().get(0).gold()).isEqualTo("joy");
        assertThat(bare.examples().get(0).source()).isEqualTo("clipboard:1");
    }

    @Test
    void linesOfPlainTextPasteAsOneTextEach() throws IOException {
        Imported imported =
                pasted("First, a line.\nSecond; with {braces}\nA third, \"quoted\" one");
        assertThat(texts(imported))
                .containsExactly(
                        "First, a line.", "Second; with {braces}", "A third, \"quoted\" one");
        assertThat(imported.withoutGold()).isEqualTo(3);
        assertThat(texts(pasted("{1; 2} is a set, so is {x | x > 2}")))
                .containsExactly("{1; 2} is a set, so is {x | x > 2}");
    }

    @Test
    void jsonPastesAsArrayAndAsLines() throws IOException {
        assertThat(texts(pasted("[{\"text\":\"a\",\"mood\":\"joy\"}]"))).containsExactly("a");
        assertThat(texts(pasted("{\"text\":\"a\"}\n{\"text\":\"b\"}"))).containsExactly("a", "b");
        assertThat(texts(pasted("{\"text\":\"a\"}"))).containsExactly("a");
        assertThat(texts(pasted("{\n \"rows\": [\n  {\"text\": \"a\"}\n ]\n}")))
                .containsExactly("a");
    }

    // --- Real data -------------------------------------------------------------------------------

    @Test
    void theEmotionDataComesInAsTextsWithNamedLabels() throws IOException {
        Path file = SharedData.require("emotion/train_text.txt");
        Imported imported = read(file);
        assertThat(imported.examples().size()).isEqualTo(3257);
        assertThat(imported.rejected()).isEmpty();
        assertThat(imported.unknownLabels()).isEmpty();
        assertThat(imported.examples().get(0).gold()).isEqualTo("optimism");
        assertThat(imported.examples().get(3256).source()).isEqualTo("train_text.txt:3257");
        addsUp(imported, 3257);
        Imported byLabels = read(file.resolveSibling("train_labels.txt"));
        assertThat(byLabels.examples().get(7))
                .isEqualTo(
                        imported.examples().get(7).withSource(byLabels.examples().get(7).source()));
    }

    @Test
    void theBankingDataComesInWithEveryRow() throws IOException {
        Path file = SharedData.require("banking77/train.csv");
        ImportPlan plan = plan(file);
        assertThat(plan.dialect()).contains(new Dialect(',', '"', true));
        assertThat(plan.mapping().written()).isEqualTo("text=text,gold=category");
        assertThat(plan.preview()).hasSize(100).allMatch(p -> p.problem().isEmpty());
        Imported imported = read(file);
        assertThat(imported.examples().size()).isEqualTo(10003);
        assertThat(imported.unknownLabels()).hasSize(77);
        assertThat(imported.rejected()).isEmpty();
    }

    @Test
    void aLabelWithoutATextAndATextWithoutALabelAreRejected() throws IOException {
        Path texts = file("x_text.txt", "a\nb\nc\n\n");
        file("x_labels.txt", "0\n\n2\n\n1\n");
        file("mapping.txt", "0\tanger\n1\tjoy\n2\toptimism\n");
        Imported imported = read(texts);
        assertThat(imported.examples().stream().map(Example::gold))
                .containsExactly("anger", "optimism");
        assertThat(imported.rejected())
                .extracting(Rejected::sentence)
                .containsExactly(
                        "Line 2: has no label in x_labels.txt.",
                        "Line 5: has a label in x_labels.txt but no text.");
        addsUp(imported, 5);
    }
}
