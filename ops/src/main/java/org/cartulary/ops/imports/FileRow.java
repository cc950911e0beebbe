package org.cartulary.ops.imports;

import java.util.List;

/** One line of a file that makes sense. */
public interface FileRow {

    /** In the file, from 1, the heading included. */
    long line();

    /** As the file has them. */
    List<String> fields();
}
