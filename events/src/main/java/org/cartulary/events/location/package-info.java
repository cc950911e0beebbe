/** Facts about places that keep stock or sell. Next: command location, projection catalog. */
package org.cartulary.events.location;
