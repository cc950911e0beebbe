package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.Sku;
import org.cartulary.ops.imports.ImportStopped;
import org.cartulary.ops.imports.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {

    private final Survey survey = Survey.of(new RetailFile(Rows.sample()));

    @Test
    void theOpeningStockIsTheSmallestThatNeverFallsBelowZero() {
        var opening = new TreeMap<String, String>();
        for (var step : survey.openingStock()) {
            var receipt = (ReceiveGoods) step.command();
            opening.put(receipt.stock().sku().value(), receipt.quantity().toString());
            assertThat(receipt.reference()).isEqualTo("opening stock");
            assertThat(receipt.occurredAt()).isEqualTo("2010-12-02T00:00:00Z");
        }
        // 90004: 5 came back, then 3, 9 and, after 10 more came back, 15 were sold.
        assertThat(opening).hasToString("{90001A=16, 90002=37, 90003=4, 90004=12, 90005=19}");
    }

    @Test
    void aProductIsNamedByARowWithAPrice() {
        var names = new TreeMap<Sku, String>();
        survey.registrations().stream()
                .map(Step::command)
                .filter(RegisterProduct.class::isInstance)
                .map(RegisterProduct.class::cast)
                .forEach(product -> names.put(product.sku(), product.name()));
        assertThat(names)
                .containsEntry(Sku.of("90001A"), "BLUE ENAMEL JUG")
                .containsEntry(Sku.of("90003"), "90003")
                .containsEntry(Sku.of("GIFT_0001_20"), "Gift Voucher 20.00")
                .doesNotContainKey(Sku.of("B"));
    }

    @Test
    void anInvoiceWhoseRowsStandApartIsOneSaleAtTheTimeOfItsFirst() {
        var steps = new ArrayList<Step>();
        survey.plan(steps::add, refused -> {}, read -> {});
        var apart = steps.stream().filter(step -> step.key().equals("700011")).toList();
        assertThat(apart).hasSize(1);
        assertThat(apart.getFirst().rows()).hasSize(2);
        assertThat(apart.getFirst().command().occurredAt()).isEqualTo("2011-01-31T23:59:00Z");
    }

    @Test
    void everyRowIsInACommandOrRefusedWithAReason() {
        var planned = new ArrayList<Long>();
        var refused = new ArrayList<Long>();
        survey.plan(
                step -> step.rows().forEach(row -> planned.add(row.line())),
                row -> refused.add(row.line()),
                read -> {});
        assertThat(refused).hasSize(5);
        assertThat(planned.stream().distinct().count() + refused.size()).isEqualTo(survey.rows());
        assertThat(planned).doesNotContainAnyElementsOf(refused);
    }

    @Test
    void anotherFileIsRefusedInASentence(@TempDir Path directory) throws IOException {
        var other = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Survey.of(new RetailFile(other)))
                .isInstanceOf(ImportStopped.class)
                .hasMessageContaining("is not Online Retail");
        assertThatThrownBy(() -> Survey.of(new RetailFile(directory.resolve("none.csv"))))
                .hasMessageContaining("there is no such file");
    }
}
