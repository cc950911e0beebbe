/** Facts about money that moved without goods. Next: command finance, projection trade. */
package org.cartulary.events.finance;
