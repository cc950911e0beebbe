package org.cartulary.ops.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has been measured in this run, printed row by row as it comes. */
final class Figures {

    private final PrintWriter out;
    private final Map<String, Figure> byName = new LinkedHashMap<>();
    private final List<Bar> bars = new ArrayList<>();

    Figures(PrintWriter out) {
        this.out = out;
        out.println(Figure.HEADER);
        out.flush();
    }

    Figure add(Figure figure) {
        byName.put(figure.name(), figure);
        out.println(figure.row());
        out.flush();
        return figure;
    }

    /** What was asked of a load beyond its figures. */
    void add(Bar bar) {
        bars.add(bar);
    }

    List<Bar> bars() {
        return List.copyOf(bars);
    }

    /** Why something is not among them. */
    void note(String sentence) {
        out.println(sentence);
        out.flush();
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Figure get(String name) {
        return byName.get(name);
    }

    List<Figure> all() {
        return new ArrayList<>(byName.values());
    }
}
