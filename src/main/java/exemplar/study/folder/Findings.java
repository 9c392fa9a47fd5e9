package exemplar.study.folder;

import exemplar.study.Finding;
import exemplar.study.line.BrokenLine;
import java.util.ArrayList;
import java.util.List;

/// Collects the problems of one file: the first ones each, the rest as a number.
final class Findings {
    private static final int MOST = 100;

    private final String file;
    private final List<Finding> list = new ArrayList<>();
    private int more;

    Findings(String file) {
        this.file = file;
    }

    void broken(int line, BrokenLine broken) {
        Finding.Kind kind =
                switch (broken.kind()) {
                    case JSON -> Finding.Kind.BROKEN_LINE;
                    case ENCODING -> Finding.Kind.ENCODING;
                    case TYPE -> Finding.Kind.WRONG_TYPE;
                };
        add(
                kind,
                line,
                List.of(),
                broken.what(),
                broken.advice() + "; until then it is kept but not shown");
    }

    /// Whether the next finding is listed; when not, it is counted here.
    boolean takeMore() {
        if (list.size() < MOST) {
            return true;
        }
        more++;
        return false;
    }

    void duplicate(int line, int first, String id) {
        add(
                Finding.Kind.DUPLICATE_ID,
                line,
                List.of(id),
                "has the id \"" + id + "\" of line " + first,
                "give one of them another id; until then this line is kept but not shown");
    }

    void tooLong(int line, int limit) {
        add(
                Finding.Kind.TOO_LONG,
                line,
                List.of(),
                "is longer than " + limit / 1_000_000 + " MB",
                "shorten it in a text editor; until then it is not shown");
    }

    private void add(Finding.Kind kind, int line, List<String> ids, String what, String advice) {
        if (takeMore()) {
            list.add(new Finding(kind, file, line, ids, what, advice));
        }
    }

    List<Finding> list() {
        List<Finding> all = new ArrayList<>(list);
        if (more > 0) {
            all.add(
                    Finding.ofFile(
                            Finding.Kind.BROKEN_LINE,
                            file,
                            "%,d more lines have problems".formatted(more),
                            "mend these first"));
        }
        return all;
    }
}
