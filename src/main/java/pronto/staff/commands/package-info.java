/** What an administrator types: making people and tokens. */
package pronto.staff.commands;
