package org.cartulary.command.access;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.cartulary.command.access.AccessCommand.ApproveCommand;
import org.cartulary.command.access.AccessCommand.GiveGrant;
import org.cartulary.command.access.AccessCommand.IssueKey;
import org.cartulary.command.access.AccessCommand.RevokeKey;
import org.cartulary.command.access.AccessCommand.WithdrawGrant;
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
import org.cartulary.events.access.Permission;

/** What each command asks for. What is not in here, only the ledger itself may do. */
public final class Permissions {

    private static final Map<Class<? extends Command>, Permission> OF = Map.ofEntries(
            entry(RecordSale.class, Permission.SELL),
            entry(RecordReturn.class, Permission.TAKE_BACK),
            entry(RecordReturnWithoutReceipt.class, Permission.TAKE_BACK),
            entry(RecordExchange.class, Permission.TAKE_BACK),
            entry(PlaceReservation.class, Permission.RESERVE),
            entry(ExtendReservation.class, Permission.RESERVE),
            entry(StartPayment.class, Permission.RESERVE),
            entry(CommitReservation.class, Permission.RESERVE),
            entry(ReleaseReservation.class, Permission.RESERVE),
            entry(EnrolCustomer.class, Permission.SERVE_CUSTOMERS),
            entry(AssignCardCode.class, Permission.SERVE_CUSTOMERS),
            entry(ReceiveGoods.class, Permission.RECEIVE_GOODS),
            entry(AdjustStock.class, Permission.ADJUST_STOCK),
            entry(SetStockLevel.class, Permission.ADJUST_STOCK),
            entry(ReclassifyStock.class, Permission.ADJUST_STOCK),
            entry(RequestTransfer.class, Permission.MOVE_GOODS),
            entry(DispatchTransfer.class, Permission.MOVE_GOODS),
            entry(ReceiveTransfer.class, Permission.MOVE_GOODS),
            entry(ApproveTransfer.class, Permission.APPROVE_TRANSFERS),
            entry(CloseTransfer.class, Permission.APPROVE_TRANSFERS),
            entry(CancelTransfer.class, Permission.APPROVE_TRANSFERS),
            entry(RegisterLocation.class, Permission.SET_UP),
            entry(RegisterProduct.class, Permission.SET_UP),
            entry(SetSafetyStock.class, Permission.SET_UP),
            entry(SetProgrammeTerms.class, Permission.SET_UP),
            entry(AdjustPoints.class, Permission.CORRECT_ACCOUNTS),
            entry(IssueStoredValue.class, Permission.CORRECT_ACCOUNTS),
            entry(LoadStoredValue.class, Permission.CORRECT_ACCOUNTS),
            entry(BlockStoredValue.class, Permission.CORRECT_ACCOUNTS),
            entry(UnblockStoredValue.class, Permission.CORRECT_ACCOUNTS),
            entry(RecordFinancialAdjustment.class, Permission.POST_MONEY),
            entry(ApproveCommand.class, Permission.APPROVE_COMMANDS),
            entry(GiveGrant.class, Permission.GRANT),
            entry(WithdrawGrant.class, Permission.GRANT),
            entry(IssueKey.class, Permission.GRANT),
            entry(RevokeKey.class, Permission.GRANT));

    private Permissions() {}

    /** Each of which lets some command be sent. */
    public static Set<Permission> all() {
        return Set.copyOf(OF.values());
    }

    /** Null for what only the ledger itself may do. */
    public static Permission of(Class<? extends Command> command) {
        return OF.get(command);
    }
}
