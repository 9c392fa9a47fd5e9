package exemplar.study.replace;

import exemplar.model.Example;

/// A text of an example that can be searched.
public sealed interface Place {
    /// The place's text in an example; empty where there is none.
    String read(Example example);

    /// The example with that text in this place.
    Example write(Example example, String text);

    /// An input field.
    record Field(String name) implements Place {
        @Override
        public String read(Example example) {
            return example.field(name);
        }

        @Override
        public Example write(Example example, String text) {
            return example.withField(name, text);
        }
    }

    /// The texts every example has.
    enum Column implements Place {
        GOLD {
            @Override
            public String read(Example example) {
                return example.gold();
            }

            @Override
            public Example write(Example example, String text) {
                return example.withGold(text);
            }
        },
        RATIONALE {
            @Override
            public String read(Example example) {
                return example.rationale();
            }

            @Override
            public Example write(Example example, String text) {
                return example.withRationale(text);
            }
        },
        NOTE {
            @Override
            public String read(Example example) {
                return example.note();
            }

            @Override
            public Example write(Example example, String text) {
                return example.withNote(text);
            }
        }
    }
}
