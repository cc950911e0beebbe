package org.cartulary.events.access;

import static org.cartulary.events.access.Permission.*;

import java.util.Set;

/** What somebody is to the ledger, and so which permissions a grant gives. */
public enum Role {
    /** A till, a web shop, a marketplace's connector: a device or a program that trades. */
    CHANNEL(SELL, RESERVE, TAKE_BACK, SERVE_CUSTOMERS, SEE_STOCK, SEE_TRADE, SEE_CUSTOMERS, SEE_PERSONAL_DATA),
    /** Who works in a store. */
    ASSOCIATE(
            SELL,
            RESERVE,
            TAKE_BACK,
            SERVE_CUSTOMERS,
            RECEIVE_GOODS,
            ADJUST_STOCK,
            MOVE_GOODS,
            SEE_STOCK,
            SEE_TRADE,
            SEE_CUSTOMERS,
            SEE_PERSONAL_DATA),
    /** Who answers for stores. */
    MANAGER(
            SELL,
            RESERVE,
            TAKE_BACK,
            SERVE_CUSTOMERS,
            RECEIVE_GOODS,
            ADJUST_STOCK,
            MOVE_GOODS,
            APPROVE_TRANSFERS,
            SET_UP,
            CORRECT_ACCOUNTS,
            POST_MONEY,
            APPROVE_COMMANDS,
            SEE_STOCK,
            SEE_TRADE,
            SEE_CUSTOMERS,
            SEE_PERSONAL_DATA,
            SEE_FIGURES),
    /** Reads all, changes nothing. */
    AUDITOR(
            SEE_STOCK,
            SEE_TRADE,
            SEE_CUSTOMERS,
            SEE_PERSONAL_DATA,
            SEE_FIGURES,
            SEE_HISTORY,
            SEE_ACCESS,
            SEE_OPERATIONS),
    /** Reads figures, and nothing that leads to a person. */
    ANALYST(SEE_STOCK, SEE_TRADE, SEE_FIGURES),
    /** Runs the service. */
    OPERATOR(SEE_OPERATIONS, OPERATE),
    /** Says who may do what. */
    ADMINISTRATOR(GRANT, SEE_ACCESS);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public boolean gives(Permission permission) {
        return permissions.contains(permission);
    }
}
