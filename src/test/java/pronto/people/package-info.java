/** The cast of the tests: our people, and how they and their programs ask the running house. */
@NullMarked
package pronto.people;

import org.jspecify.annotations.NullMarked;
