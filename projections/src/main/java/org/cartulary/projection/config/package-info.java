/** How the projections are put together, and the operator's access to them over HTTP. Next: projection kernel. */
package org.cartulary.projection.config;
