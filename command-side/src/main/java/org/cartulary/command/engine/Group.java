package org.cartulary.command.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Postings that share one append. In each stream they follow one upon the other, so none can stand in another's way. */
final class Group {

    private final List<QueuedPosting> members = new ArrayList<>();
    private final Map<String, Long> heads = new LinkedHashMap<>();
    private final Map<String, Long> ends;

    /** @param known where streams are known to end in the ledger, though members expected something else */
    Group(Map<String, Long> known) {
        ends = new HashMap<>(known);
        heads.putAll(known);
    }

    /**
     * Takes the posting as its next member, if it goes on where the group ends in each stream that both of them touch.
     *
     * @return the stream in which it does not; null where it was taken
     */
    String conflictOf(QueuedPosting posting) {
        for (var touch : posting.touches()) {
            var end = ends.get(touch.stream());
            if (end != null && end != touch.before()) return touch.stream();
        }
        for (var touch : posting.touches()) {
            boolean first = ends.put(touch.stream(), touch.after()) == null;
            if (first && !touch.begins()) heads.put(touch.stream(), touch.before());
        }
        members.add(posting);
        return null;
    }

    List<QueuedPosting> members() {
        return members;
    }

    /**
     * The streams that the group touches and does not begin, each with the last sequence that is expected to be stored. Those
     * that it begins are proven by their first row.
     */
    Map<String, Long> heads() {
        return heads;
    }

    /** All rows, in the order in which they get their positions. */
    List<Row> rows() {
        var rows = new ArrayList<Row>(members.size() * 3);
        for (var member : members) rows.addAll(member.rows());
        return rows;
    }
}
