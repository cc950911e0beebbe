/**
 * What a request may be and how long it may take, whoever sends it: before anything of it is understood. Limits of bodies stand
 * with what reads them. Next: docs/security.md.
 */
package org.cartulary.ops.limits;
