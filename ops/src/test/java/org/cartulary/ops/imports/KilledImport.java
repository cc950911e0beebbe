package org.cartulary.ops.imports;

import java.io.PrintWriter;
import java.util.List;
import javax.sql.DataSource;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.SharedPrograms;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An import whose process ends after so many answers, at once and without a last word, as {@code kill -9} ends it. */
public final class KilledImport {

    private KilledImport() {}

    public static void run(String home, Trade trade, int answers) {
        var service = new SpringApplicationBuilder(Cartulary.class)
                .web(WebApplicationType.NONE)
                .run("--cartulary.home=" + home, "--cartulary.database.programs=" + SharedPrograms.DIRECTORY);
        var rejects = new Rejects(null, List.of());
        new ImportRun(
                        trade,
                        service.getBean(Ledger.class),
                        ImportCommand.answered(service),
                        service.getBean(DataSource.class),
                        rejects,
                        new LastWords(rejects, answers),
                        4)
                .run(new PrintWriter(System.err));
    }

    private static final class LastWords extends Tally {

        private int left;

        LastWords(Rejects rejects, int left) {
            super(rejects);
            this.left = left;
        }

        @Override
        protected synchronized void answered(Step step, Answer answer) {
            if (--left == 0) Runtime.getRuntime().halt(137);
            super.answered(step, answer);
        }
    }
}
