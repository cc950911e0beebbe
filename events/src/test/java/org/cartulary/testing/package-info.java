/** What the tests of all modules share: a real PostgreSQL. Other modules reach it as the test-jar of this one. */
package org.cartulary.testing;
