package org.cartulary.ops.bench;

/**
 * One thing that is measured.
 *
 * @param reads whether it needs the read side
 */
record Step(String name, boolean reads, Task task) {

    interface Task {

        void run() throws Exception;
    }

    static Step of(String name, Task task) {
        return new Step(name, false, task);
    }

    static Step reading(String name, Task task) {
        return new Step(name, true, task);
    }
}
