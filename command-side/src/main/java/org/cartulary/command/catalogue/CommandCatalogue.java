package org.cartulary.command.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartulary.command.access.AccessCommand.ApproveCommand;
import org.cartulary.command.access.AccessCommand.GiveGrant;
import org.cartulary.command.access.AccessCommand.IssueKey;
import org.cartulary.command.access.AccessCommand.RecordDenial;
import org.cartulary.command.access.AccessCommand.RevokeKey;
import org.cartulary.command.access.AccessCommand.WithdrawGrant;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Request;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.loyalty.LoyaltyCommand.*;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.reservation.ReservationCommand.*;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.*;
import org.cartulary.command.storedvalue.StoredValueCommand.*;
import org.cartulary.command.transfer.TransferCommand.*;
import org.cartulary.events.json.CanonicalJson;

/** The stable name of every command, by which it is recorded and by which a batch names it. */
public final class CommandCatalogue {

    private static final Map<String, Class<? extends Command>> BY_NAME = Map.ofEntries(
            Map.entry("location.RegisterLocation", RegisterLocation.class),
            Map.entry("product.RegisterProduct", RegisterProduct.class),
            Map.entry("stock.ReceiveGoods", ReceiveGoods.class),
            Map.entry("stock.AdjustStock", AdjustStock.class),
            Map.entry("stock.SetStockLevel", SetStockLevel.class),
            Map.entry("stock.ReclassifyStock", ReclassifyStock.class),
            Map.entry("stock.SetSafetyStock", SetSafetyStock.class),
            Map.entry("reservation.PlaceReservation", PlaceReservation.class),
            Map.entry("reservation.ExtendReservation", ExtendReservation.class),
            Map.entry("reservation.StartPayment", StartPayment.class),
            Map.entry("reservation.CommitReservation", CommitReservation.class),
            Map.entry("reservation.ReleaseReservation", ReleaseReservation.class),
            Map.entry("reservation.ExpireReservation", ExpireReservation.class),
            Map.entry("sale.RecordSale", RecordSale.class),
            Map.entry("returns.RecordReturn", RecordReturn.class),
            Map.entry("returns.RecordReturnWithoutReceipt", RecordReturnWithoutReceipt.class),
            Map.entry("exchange.RecordExchange", RecordExchange.class),
            Map.entry("transfer.RequestTransfer", RequestTransfer.class),
            Map.entry("transfer.ApproveTransfer", ApproveTransfer.class),
            Map.entry("transfer.DispatchTransfer", DispatchTransfer.class),
            Map.entry("transfer.ReceiveTransfer", ReceiveTransfer.class),
            Map.entry("transfer.CloseTransfer", CloseTransfer.class),
            Map.entry("transfer.CancelTransfer", CancelTransfer.class),
            Map.entry("loyalty.SetProgrammeTerms", SetProgrammeTerms.class),
            Map.entry("loyalty.EnrolCustomer", EnrolCustomer.class),
            Map.entry("loyalty.AdjustPoints", AdjustPoints.class),
            Map.entry("loyalty.ReviewLoyaltyAccount", ReviewLoyaltyAccount.class),
            Map.entry("storedvalue.IssueStoredValue", IssueStoredValue.class),
            Map.entry("storedvalue.LoadStoredValue", LoadStoredValue.class),
            Map.entry("storedvalue.BlockStoredValue", BlockStoredValue.class),
            Map.entry("storedvalue.UnblockStoredValue", UnblockStoredValue.class),
            Map.entry("storedvalue.AssignCardCode", AssignCardCode.class),
            Map.entry("storedvalue.ExpireStoredValue", ExpireStoredValue.class),
            Map.entry("finance.RecordFinancialAdjustment", RecordFinancialAdjustment.class),
            Map.entry("access.GiveGrant", GiveGrant.class),
            Map.entry("access.WithdrawGrant", WithdrawGrant.class),
            Map.entry("access.IssueKey", IssueKey.class),
            Map.entry("access.RevokeKey", RevokeKey.class),
            Map.entry("access.ApproveCommand", ApproveCommand.class),
            Map.entry("access.RecordDenial", RecordDenial.class));

    private static final Map<Class<? extends Command>, String> BY_TYPE =
            BY_NAME.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private CommandCatalogue() {}

    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    public static String name(Class<? extends Command> type) {
        return BY_TYPE.get(type);
    }

    /**
     * The digest that the record of an approved command will hold.
     *
     * @throws IllegalArgumentException where there is no such command, or it has another shape
     */
    public static String digestOf(ApproveCommand approved) {
        var type = BY_NAME.get(approved.name());
        if (type == null) throw new IllegalArgumentException("name is that of no command");
        return Request.digest(approved.name(), CanonicalJson.MAPPER.treeToValue(approved.command(), type));
    }
}
