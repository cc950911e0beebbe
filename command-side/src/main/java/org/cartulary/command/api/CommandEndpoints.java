package org.cartulary.command.api;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartulary.command.access.AccessCommand.ApproveCommand;
import org.cartulary.command.access.AccessCommand.GiveGrant;
import org.cartulary.command.access.AccessCommand.IssueKey;
import org.cartulary.command.access.AccessCommand.RevokeKey;
import org.cartulary.command.access.AccessCommand.WithdrawGrant;
import org.cartulary.command.catalogue.CommandCatalogue;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.reservation.ReservationCommand.CommitReservation;
import org.cartulary.command.reservation.ReservationCommand.ExtendReservation;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.reservation.ReservationCommand.ReleaseReservation;
import org.cartulary.command.reservation.ReservationCommand.StartPayment;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.command.stock.StockCommand.ReclassifyStock;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.command.stock.StockCommand.SetStockLevel;
import org.cartulary.command.storedvalue.CardLookup;
import org.cartulary.command.storedvalue.StoredValueCommand.AssignCardCode;
import org.cartulary.command.storedvalue.StoredValueCommand.BlockStoredValue;
import org.cartulary.command.storedvalue.StoredValueCommand.IssueStoredValue;
import org.cartulary.command.storedvalue.StoredValueCommand.LoadStoredValue;
import org.cartulary.command.storedvalue.StoredValueCommand.UnblockStoredValue;
import org.cartulary.command.transfer.TransferCommand.ApproveTransfer;
import org.cartulary.command.transfer.TransferCommand.CancelTransfer;
import org.cartulary.command.transfer.TransferCommand.CloseTransfer;
import org.cartulary.command.transfer.TransferCommand.DispatchTransfer;
import org.cartulary.command.transfer.TransferCommand.ReceiveTransfer;
import org.cartulary.command.transfer.TransferCommand.RequestTransfer;

/** Where each command is sent, one endpoint per command. The API's documentation is made from this table. */
public final class CommandEndpoints {

    /** Several commands at once. */
    public static final String BULK = "/v1/commands";

    /** Where a gift card is found by its code; nothing is recorded. */
    public static final String CARD_LOOKUPS = "/v1/stored-value/lookups";

    public static final Class<?> CARD_LOOKUP = CardLookupApi.Lookup.class;
    public static final Class<?> CARD_FOUND = CardLookup.Found.class;

    /** What bodies are made of: the requests of a batch, and the answers. */
    public static final Class<?> BULK_REQUEST = RequestBodies.Bulk.class;

    public static final Class<?> BULK_ANSWER = BulkApi.Outcomes.class;
    public static final Class<?> ACCEPTED = Accepted.class;
    public static final Class<?> WOULD_HAPPEN = WouldHappen.class;

    /** @param summary what the caller asks for, in one line */
    public record Endpoint(String path, Class<? extends Command> command, String summary) {

        /** The command's stable name. */
        public String name() {
            return CommandCatalogue.name(command);
        }

        /** A body that it takes, as JSON: the first of {@link #examples()}. */
        public String example() {
            return examples().getFirst();
        }

        /**
         * Bodies that it takes, as JSON. Sent in the order of the table, the examples tell one morning of a pottery's shop,
         * and an empty ledger accepts all of them. They are told as of yesterday: a hold must end later than now.
         */
        public List<String> examples() {
            var examples = new ArrayList<String>();
            for (var next = read(".json"); next != null; next = read("." + (examples.size() + 1) + ".json"))
                examples.add(next);
            return examples;
        }

        private String read(String ending) {
            try (var file = CommandEndpoints.class.getResourceAsStream("/examples/" + name() + ending)) {
                return file == null ? null : asOfYesterday(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static String asOfYesterday(String example) {
            long days = TOLD_ON.until(LocalDate.now(ZoneOffset.UTC).minusDays(1), ChronoUnit.DAYS);
            return DAY.matcher(example)
                    .replaceAll(
                            day -> LocalDate.parse(day.group()).plusDays(days).toString());
        }
    }

    /** The last day of the examples as they are written down. */
    private static final LocalDate TOLD_ON = LocalDate.of(2026, 3, 10);

    private static final Pattern DAY = Pattern.compile("2026-03-\\d\\d");

    public static final List<Endpoint> ALL = List.of(
            new Endpoint("/v1/locations", RegisterLocation.class, "Open a location that keeps stock or sells"),
            new Endpoint("/v1/products", RegisterProduct.class, "Add a product to the assortment"),
            new Endpoint("/v1/stock/receipts", ReceiveGoods.class, "Receive goods"),
            new Endpoint("/v1/stock/adjustments", AdjustStock.class, "Put stock right by a difference, with a reason"),
            new Endpoint(
                    "/v1/stock/levels", SetStockLevel.class, "Put stock right to a level, if it still is as believed"),
            new Endpoint("/v1/stock/reclassifications", ReclassifyStock.class, "Move units between conditions"),
            new Endpoint("/v1/stock/safety", SetSafetyStock.class, "Keep a channel from the last units"),
            new Endpoint("/v1/reservations", PlaceReservation.class, "Set units aside for an owner"),
            new Endpoint("/v1/reservations/extensions", ExtendReservation.class, "Give a reservation more time"),
            new Endpoint("/v1/reservations/payments", StartPayment.class, "Keep a reservation while its owner pays"),
            new Endpoint("/v1/reservations/commitments", CommitReservation.class, "Make a reservation firm"),
            new Endpoint("/v1/reservations/releases", ReleaseReservation.class, "Give reserved units back"),
            new Endpoint(
                    "/v1/loyalty/terms", SetProgrammeTerms.class, "Say what a loyalty programme grants from a date on"),
            new Endpoint("/v1/loyalty/enrolments", EnrolCustomer.class, "Let a customer earn points"),
            new Endpoint("/v1/loyalty/adjustments", AdjustPoints.class, "Grant or withdraw points, with a reason"),
            new Endpoint("/v1/stored-value", IssueStoredValue.class, "Give a gift card or a credit without a sale"),
            new Endpoint("/v1/stored-value/loads", LoadStoredValue.class, "Put more on a gift card or a credit"),
            new Endpoint("/v1/stored-value/codes", AssignCardCode.class, "Give a gift card the code that finds it"),
            new Endpoint("/v1/stored-value/blocks", BlockStoredValue.class, "Let nothing be spent from an account"),
            new Endpoint("/v1/stored-value/unblocks", UnblockStoredValue.class, "Let an account be spent again"),
            new Endpoint("/v1/sales", RecordSale.class, "Record a settled sale"),
            new Endpoint("/v1/returns", RecordReturn.class, "Take goods of a recorded sale back"),
            new Endpoint(
                    "/v1/returns/without-receipt",
                    RecordReturnWithoutReceipt.class,
                    "Take goods back without a receipt"),
            new Endpoint("/v1/exchanges", RecordExchange.class, "Take goods back and sell others, with one settlement"),
            new Endpoint("/v1/transfers", RequestTransfer.class, "Ask for goods to be moved to another location"),
            new Endpoint("/v1/transfers/approvals", ApproveTransfer.class, "Agree that goods are moved"),
            new Endpoint("/v1/transfers/dispatches", DispatchTransfer.class, "Let goods leave for another location"),
            new Endpoint("/v1/transfers/receipts", ReceiveTransfer.class, "Receive moved goods, all or a part"),
            new Endpoint("/v1/transfers/closures", CloseTransfer.class, "Explain what will not arrive any more"),
            new Endpoint("/v1/transfers/cancellations", CancelTransfer.class, "Leave goods where they are after all"),
            new Endpoint(
                    "/v1/financial-adjustments",
                    RecordFinancialAdjustment.class,
                    "Post money that moves without goods"),
            new Endpoint("/v1/access/grants", GiveGrant.class, "Let a client do more than before"),
            new Endpoint("/v1/access/withdrawals", WithdrawGrant.class, "End a grant"),
            new Endpoint("/v1/access/keys", IssueKey.class, "Let whoever has a key be a client"),
            new Endpoint("/v1/access/revocations", RevokeKey.class, "End a key"),
            new Endpoint(
                    "/v1/access/approvals", ApproveCommand.class, "Agree to a command beyond another client's limits"));

    private static final Map<String, Endpoint> BY_NAME = ALL.stream().collect(toMap(Endpoint::name, identity()));

    private CommandEndpoints() {}

    /**
     * Where a command of this name is sent. What the ledger sends itself has no endpoint.
     *
     * @throws IllegalArgumentException if nobody may send such a command
     */
    static Endpoint named(String name) {
        var endpoint = name == null ? null : BY_NAME.get(name);
        if (endpoint == null)
            throw new IllegalArgumentException("name is one of "
                    + String.join(", ", ALL.stream().map(Endpoint::name).toList()));
        return endpoint;
    }

    /** Whether something is sent there. */
    public static boolean isAt(String path) {
        return path.equals(BULK)
                || path.equals(CARD_LOOKUPS)
                || ALL.stream().anyMatch(endpoint -> endpoint.path().equals(path));
    }
}
