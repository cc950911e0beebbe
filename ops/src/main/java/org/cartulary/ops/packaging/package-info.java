/**
 * What the build prepares for a fast start of the packaged service: the jar unpacked, and an AOT cache of the JVM. Nothing of the
 * service depends on it. {@link org.cartulary.ops.packaging.StartCache} makes it, and the launcher uses it.
 */
package org.cartulary.ops.packaging;
