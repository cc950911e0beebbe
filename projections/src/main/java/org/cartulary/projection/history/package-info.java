/** What has happened and who did it, for auditors: every event and every command, refused ones too. Next: query history. */
package org.cartulary.projection.history;
