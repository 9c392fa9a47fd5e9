package exemplar.formats.jinja;

import exemplar.model.Role;

/// A template that writes the messages of a chat as JSON.
final class Chat {
    private final StringBuilder out =
            new StringBuilder("{% set chat = namespace(messages=[]) -%}\n");

    /// A message with what that template source writes.
    void message(Role role, String source) {
        out.append("{% set content %}")
                .append(source)
                .append("{% endset -%}\n")
                .append(added(role));
    }

    /// The system's message; none where it would be blank.
    ///
    /// @param fixed whether it is the same for every item
    void system(String source, boolean fixed) {
        if (fixed && source.isBlank()) {
            return;
        }
        out.append("{% set content %}")
                .append(source)
                .append("{% endset -%}\n{% if content.strip(")
                .append(Literal.string(Composition.SPACE))
                .append(") -%}\n")
                .append(added(Role.SYSTEM))
                .append("{% endif -%}\n");
    }

    /// A message of the user and one of the assistant for each demonstration.
    void turns(String query, String answer) {
        out.append("{% for demo in demos -%}\n");
        message(Role.USER, query);
        message(Role.ASSISTANT, answer);
        out.append("{% endfor -%}\n");
    }

    private static String added(Role role) {
        return "{% set chat.messages = chat.messages + [{\"role\": \""
                + role.wireName()
                + "\", \"content\": content}] -%}\n";
    }

    String template() {
        return out + "{{ chat.messages | tojson }}";
    }
}
