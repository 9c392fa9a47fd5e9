package exemplar.backend.mock;

import exemplar.backend.Request;
import exemplar.backend.Sampling;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Works out the mock's answers: pure functions of the prompt.
///
/// A prompt that names labels gets the label whose demonstrations share most words with the query;
/// a prompt for free text gets a sentence about the query that says it is a mock's.
final class Mind {
    private static final double SHARPNESS = 8;
    private static final double NOISE = 0.08;

    private Mind() {}

    /// How likely each label is.
    static Belief belief(Reading reading, List<String> labels) {
        Words query = Words.of(reading.query());
        Map<String, Double> likeness = new LinkedHashMap<>();
        Map<String, Integer> shown = new HashMap<>();
        for (String label : labels) {
            double named = query.containsAll(Words.of(label)) ? 0.3 : 0;
            likeness.put(label, named + NOISE * fraction(hash(label + "\n" + reading.query())));
        }
        for (Reading.Shown demo : reading.demos()) {
            if (likeness.containsKey(demo.answer())) {
                double like = query.overlap(Words.of(demo.text()));
                int before = shown.merge(demo.answer(), 1, Integer::sum) - 1;
                likeness.merge(demo.answer(), like / (1 + 0.5 * before), Double::sum);
            }
        }
        double sum = 0;
        for (double v : likeness.values()) {
            sum += Math.exp(SHARPNESS * v);
        }
        double total = sum;
        likeness.replaceAll((label, v) -> Math.exp(SHARPNESS * v) / total);
        return new Belief(likeness);
    }

    /// What it thinks of the labels of a prompt; empty for free text.
    static Optional<Belief> belief(Reading reading) {
        List<String> labels = NamedLabels.in(reading);
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        Belief belief = belief(reading, labels);
        return Optional.of(belief.given(reading.begun()))
                .filter(b -> !b.p().isEmpty())
                .or(() -> Optional.of(belief));
    }

    /// The whole answer, before any limit and without what the prompt says of it already.
    static String answer(Request.Input input, Sampling sampling) {
        Reading reading = Reading.of(input);
        return belief(reading)
                .map(b -> draw(b.p(), sampling, hash(reading.query())))
                .map(l -> l.startsWith(reading.begun()) ? l.substring(reading.begun().length()) : l)
                .orElseGet(() -> sentence(reading));
    }

    private static String draw(Map<String, Double> p, Sampling sampling, long salt) {
        double temperature = sampling.temperature().orElse(0);
        if (temperature <= 0) {
            return p.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
        double sum = p.values().stream().mapToDouble(v -> Math.pow(v, 1 / temperature)).sum();
        double point = new SplittableRandom(salt ^ sampling.seed().orElse(0)).nextDouble() * sum;
        String last = "";
        for (Map.Entry<String, Double> e : p.entrySet()) {
            last = e.getKey();
            point -= Math.pow(e.getValue(), 1 / temperature);
            if (point < 0) {
                break;
            }
        }
        return last;
    }

    private static String sentence(Reading reading) {
        List<String> said = new ArrayList<>();
        for (String word : reading.query().strip().split("\\s+")) {
            if (said.size() == 12) {
                said.add("…");
                break;
            }
            said.add(word);
        }
        Words query = Words.of(reading.query());
        int nearest = -1;
        double best = 0;
        for (int i = 0; i < reading.demos().size(); i++) {
            double like = query.overlap(Words.of(reading.demos().get(i).text()));
            if (like > best) {
                best = like;
                nearest = i;
            }
        }
        String about =
                said.getFirst().isEmpty() ? "an empty query" : "“" + String.join(" ", said) + "”";
        return "This is a mock answer to "
                + about
                + (nearest < 0 ? "." : ", which is most like demonstration " + (nearest + 1) + ".");
    }

    /// Counts of the words of a text, hashed into 64 places, at length 1; all zero for no words.
    static double[] vector(String text) {
        double[] v = new double[64];
        for (int h : Words.of(text).hashes()) {
            v[h >>> 26] += (h & 1) == 0 ? 1 : -1;
        }
        double square = 0;
        for (double x : v) {
            square += x * x;
        }
        for (int i = 0; i < v.length && square > 0; i++) {
            v[i] /= Math.sqrt(square);
        }
        return v;
    }

    /// FNV-1a over UTF-8, finished so that every bit counts.
    static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xff)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        return h ^ (h >>> 33);
    }

    static double fraction(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }
}
