/**
 * Places that keep stock or sell, each registered once, with the settings that decisions there write into their events. Next:
 * {@link org.cartulary.command.location.LocationPosting}, events location.
 */
package org.cartulary.command.location;
