package org.cartulary.events.schema;

/** Units stand last in a name, so the name of a member tells its unit. */
enum Unit {
    Minor("minor units of the currency"),
    Ppm("millionths"),
    Days("days"),
    Seconds("seconds");

    private final String words;

    Unit(String words) {
        this.words = words;
    }

    /** The unit of a member, in words; null where its name says none. */
    static String of(String member) {
        for (var unit : values()) if (member.endsWith(unit.name())) return unit.words;
        return null;
    }
}
