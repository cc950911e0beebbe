package org.cartulary.ops.bench;

/**
 * One thing that is measured.
 *
 * @param reads whether it needs the read side
 * @param byDefault whether it is also run where it is not asked for by name
 */
record Step(String name, boolean reads, boolean byDefault, Task task) {

    interface Task {

        void run(Course course) throws Exception;
    }

    static Step of(String name, Task task) {
        return new Step(name, false, true, task);
    }

    static Step reading(String name, Task task) {
        return new Step(name, true, true, task);
    }

    static Step whenAsked(String name, Task task) {
        return new Step(name, true, false, task);
    }
}
