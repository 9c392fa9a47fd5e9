package exemplar.backend.mock;

import exemplar.backend.Request;
import exemplar.model.Message;
import exemplar.model.Role;
import java.util.ArrayList;
import java.util.List;

/// What the mock makes out of a prompt.
///
/// @param head what stands before the first demonstration: instruction, system message
/// @param demos demonstrations in prompt order
/// @param query what is asked
/// @param begun what the prompt says already of the answer, such as `car` after `Label: car`
record Reading(String head, List<Shown> demos, String query, String begun) {

    /// A demonstration as the prompt shows it.
    record Shown(String text, String answer) {}

    Reading {
        demos = List.copyOf(demos);
    }

    static Reading of(Request.Input input) {
        return switch (input) {
            case Request.Completion(String text) -> ofText("", text);
            case Request.Chat(List<Message> messages) -> ofMessages(messages);
        };
    }

    private static Reading ofMessages(List<Message> messages) {
        StringBuilder head = new StringBuilder();
        List<Shown> demos = new ArrayList<>();
        String asked = "";
        for (Message message : messages) {
            if (message.role() == Role.SYSTEM) {
                head.append(message.content()).append('\n');
            } else if (message.role() == Role.USER) {
                asked = message.content();
            } else if (!asked.isEmpty() && message != messages.getLast()) {
                demos.add(new Shown(asked, message.content().strip()));
                asked = "";
            }
        }
        // A last message of the assistant is the beginning of the answer.
        boolean started = !messages.isEmpty() && messages.getLast().role() == Role.ASSISTANT;
        String begun = started ? messages.getLast().content().strip() : "";
        return demos.isEmpty()
                ? ofText(head.toString(), asked).withBegun(begun)
                : new Reading(head.toString(), demos, asked, begun);
    }

    private Reading withBegun(String said) {
        return said.isEmpty() ? this : new Reading(head, demos, query, said);
    }

    /// A text that ends with a cue, such as `Label:`. Earlier lines that begin with the same cue
    /// and go on are demonstrations, and what stands before each of them is its input.
    private static Reading ofText(String head, String text) {
        String end = text.stripTrailing();
        int lastLine = end.lastIndexOf('\n') + 1;
        String cue = end.substring(lastLine);
        String begun = "";
        int colon = cue.indexOf(':') + 1;
        if (colon > 0
                && colon < cue.length()
                && lineStart(end, cue.substring(0, colon), 0) < lastLine) {
            begun = cue.substring(colon).strip();
            cue = cue.substring(0, colon);
        }
        if (cue.isBlank() || cue.length() > 60) {
            return lastParagraph(head, text);
        }
        List<Shown> demos = new ArrayList<>();
        String before = head;
        int from = 0;
        for (int at = lineStart(end, cue, 0);
                at >= 0 && at < lastLine;
                at = lineStart(end, cue, from)) {
            int answerFrom = at + cue.length();
            int answerTo = end.indexOf('\n', answerFrom);
            String shown = end.substring(from, at);
            if (demos.isEmpty()) {
                int block = shown.stripTrailing().lastIndexOf("\n\n");
                before = head + shown.substring(0, Math.max(0, block));
                shown = shown.substring(Math.max(0, block));
            }
            String answer = end.substring(answerFrom, answerTo).strip();
            if (!answer.isEmpty()) {
                demos.add(new Shown(shown.strip(), answer));
            }
            from = answerTo;
        }
        if (demos.isEmpty()) {
            boolean isCue = ":=>→?".indexOf(cue.charAt(cue.length() - 1)) >= 0 && lastLine > 0;
            return lastParagraph(head, isCue ? end.substring(0, lastLine) : end);
        }
        return new Reading(before, demos, end.substring(from, lastLine).strip(), begun);
    }

    private static Reading lastParagraph(String head, String text) {
        String body = text.strip();
        int cut = Math.max(body.lastIndexOf("\n\n"), 0);
        return new Reading(
                head + body.substring(0, cut), List.of(), body.substring(cut).strip(), "");
    }

    private static int lineStart(String text, String cue, int from) {
        int at = text.indexOf(cue, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(cue, at + 1);
        }
        return at;
    }
}
