package org.cartulary.ops.imports;

import org.springframework.core.NestedExceptionUtils;

/** The import can't go on, for a reason that its user can mend; told as a sentence, without a stack trace. */
public final class ImportStopped extends RuntimeException {

    public ImportStopped(String reason) {
        super(reason, null, false, false);
    }

    static ImportStopped anotherFile(Step step) {
        return new ImportStopped("This ledger holds another import of this kind: the command " + step.key()
                + " was a different one there. Import each file into a ledger of its own.");
    }

    static ImportStopped noAnswer(RuntimeException failure) {
        return new ImportStopped("The ledger does not answer ("
                + NestedExceptionUtils.getMostSpecificCause(failure).getMessage()
                + "). Run the same command again when it does: the import goes on where it stopped.");
    }
}
