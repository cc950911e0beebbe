package org.cartulary.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.access.AccessDenied;
import org.cartulary.events.access.ApprovalEvent;
import org.cartulary.events.access.GrantEvent;
import org.cartulary.events.access.KeyEvent;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.location.LocationEvent;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.ProgrammeEvent;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.transfer.TransferEvent;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Style, "Events for ever": what was stored once is read for ever, and what is written today is what was approved. */
class ApprovedEventsTest {

    static final List<Class<?>> FAMILIES = List.of(
            CommandRecorded.class,
            LocationEvent.class,
            ProductEvent.class,
            StockEvent.class,
            ReservationEvent.class,
            SaleEvent.class,
            ReturnEvent.class,
            TransferEvent.class,
            ProgrammeEvent.class,
            LoyaltyEvent.class,
            StoredValueEvent.class,
            FinanceEvent.class,
            GrantEvent.class,
            KeyEvent.class,
            ApprovalEvent.class,
            AccessDenied.class);

    final EventJson json = new EventJson(EventCatalogue.CURRENT);

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsWrittenBackByteForByte(Sample sample) {
        var event = json.read(sample.bytes());

        assertThat(new String(json.write(event), StandardCharsets.UTF_8))
                .isEqualTo(new String(sample.bytes(), StandardCharsets.UTF_8));
        assertThat(json.read(event.name(), sample.bytes())).isEqualTo(event);
        assertThat(sample.nameAndRevision()).isEqualTo(event.name() + "@" + event.revision());
        assertThat(event.stream()).isEqualTo(event.data().stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsCanonical(Sample sample) throws IOException {
        assertThat(new JsonCanonicalizer(sample.bytes()).getEncodedUTF8()).isEqualTo(sample.bytes());
    }

    @Test
    void everyEventOfEveryFamilyIsInTheCatalogueAndNothingElseIs() {
        assertThat(EventCatalogue.CURRENT.entries().stream().<Class<?>>map(EventCatalogue.Entry::type))
                .containsExactlyInAnyOrderElementsOf(permitted().toList());
    }

    @Test
    void noFamilyIsForgotten() throws Exception {
        assertThat(permitted()).containsExactlyInAnyOrderElementsOf(eventClasses());
    }

    @Test
    void everyRevisionOfEveryEventHasASample() {
        var sampled = new HashSet<String>();
        for (var sample : Sample.all()) sampled.add(sample.nameAndRevision());

        for (var entry : EventCatalogue.CURRENT.entries())
            for (int revision = 1; revision <= entry.revision(); revision++)
                assertThat(sampled).contains(entry.name() + "@" + revision);
    }

    @Test
    void aMemberMayBeAbsentInSomeSampleIfAndOnlyIfItsRecordSaysSo() {
        var presence = new Presence();
        for (var sample : Sample.all()) presence.look(json.read(sample.bytes()));

        assertThat(presence.absentUnmarked()).isEmpty();
        assertThat(presence.markedAndNeverAbsent()).isEmpty();
        assertThat(presence.markedAndNeverPresent()).isEmpty();
    }

    private static Stream<Class<?>> permitted() {
        return FAMILIES.stream().flatMap(EventCatalogue::permitted);
    }

    private static List<Class<?>> eventClasses() throws IOException, URISyntaxException {
        var root = Path.of(LedgerEvent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .<Class<?>>map(name -> named(name.replace(".class", "").replaceAll("[/\\\\]", ".")))
                    .filter(type -> LedgerEvent.class.isAssignableFrom(type) && !type.isInterface())
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
