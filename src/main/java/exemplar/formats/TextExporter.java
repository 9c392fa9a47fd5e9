package exemplar.formats;

import exemplar.model.Example;
import exemplar.model.RenderedPrompt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The prompts themselves, one file an item, no byte more and none less.
final class TextExporter implements Exporter {

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String description() {
        return "the exact prompt of each item as a text file";
    }

    @Override
    public Exported export(Subject subject) throws ExportFault {
        List<ExportFile> files = new ArrayList<>();
        Map<String, Integer> taken = new LinkedHashMap<>();
        boolean chat = false;
        for (Example item : subject.items()) {
            RenderedPrompt prompt = subject.prompt(item);
            chat |= prompt.isChat();
            refuseHalves(item, prompt.text());
            files.add(new ExportFile(fileName(item.id(), taken), prompt.text()));
        }
        return new Exported(
                files,
                chat
                        ? List.of(
                                "A text file does not say who speaks: the messages stand one after the other with a blank line between them. The format messages keeps the roles.")
                        : List.of());
    }

    private static void refuseHalves(Example item, String text) throws ExportFault {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new ExportFault(
                        String.format(
                                Locale.ROOT,
                                "The prompt of %s has half a character (U+%04X) that no text file can hold; mend the text or use the format messages.",
                                item.id(),
                                (int) c));
            }
        }
    }

    /// A name every file system takes; ids that differ only in case or odd letters get a number.
    private static String fileName(String id, Map<String, Integer> taken) {
        String safe = id.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "_");
        safe = safe.isEmpty() ? "item" : safe.substring(0, Math.min(safe.length(), 80));
        int number = taken.merge(safe.toLowerCase(Locale.ROOT), 1, Integer::sum);
        return safe + (number > 1 ? "~" + number : "") + ".txt";
    }

    @Override
    public List<String> differences(List<ExportFile> files, Subject subject) throws ExportFault {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < subject.items().size(); i++) {
            Example item = subject.items().get(i);
            if (i >= files.size() || !files.get(i).text().equals(subject.prompt(item).text())) {
                differences.add("The prompt of " + item.id() + " came back different.");
            }
        }
        return differences;
    }
}
